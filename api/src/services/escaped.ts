const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Text as HTML shows it, in a page as between the quotes of an attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"'`]/g, (sign) => entities[sign]!);

/** Text as HTML shows it, whose quotes are read again: for what is filled once more later. */
export const escapedTags = (text: string): string => text.replace(/[&<>]/g, (sign) => entities[sign]!);
