/** Messages of the server by their path in the form: `{addresses: [null, {city: 'x'}]}` becomes `addresses.1.city`. */
export function flatErrors(errors: unknown, at = ''): [path: string, message: string][] {
  if (typeof errors === 'string') return [[at, errors]];
  if (typeof errors !== 'object' || errors === null) return [];
  return Object.entries(errors).flatMap(([name, inner]) => flatErrors(inner, at ? `${at}.${name}` : name));
}
