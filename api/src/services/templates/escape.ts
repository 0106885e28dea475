const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML shows it. */
export const escapeHtml = (text: string): string => text.replace(/[&<>]/g, (sign) => entities[sign]!);

/** Text between the quotes of an attribute. */
export const attribute = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!);
