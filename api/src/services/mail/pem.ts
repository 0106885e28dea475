/**
 * A key as its file has it. A field of one line loses the line breaks of what is pasted into it, and others put spaces in their
 * place; without them no program reads the key.
 */
export function pemOf(text: string): string {
  const [, begin, body, end] =
    /^\s*(-----BEGIN [A-Z ]+-----)([A-Za-z0-9+/=\s]+)(-----END [A-Z ]+-----)\s*$/.exec(text) ?? [];
  if (!begin || !body || !end) return text;
  const lines = body.replace(/\s+/g, '').match(/.{1,64}/g) ?? [];
  return `${[begin, ...lines, end].join('\n')}\n`;
}
