const enough = 40;

/** What has to be typed to delete for good: the title, of a long one its first words. */
export function confirmationOf(title: string): string {
  const plain = title.trim().replace(/\s+/g, ' ');
  if (plain.length <= enough) return plain;
  const end = plain.lastIndexOf(' ', enough);
  return plain.slice(0, end > 0 ? end : enough);
}
