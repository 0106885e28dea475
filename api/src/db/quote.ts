/** A name in SQL; declared names are snake_case, the quotes keep reserved words possible. */
export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A constant in DDL. Statements with a client's values use parameters, never this. */
export const literal = (value: string | number | boolean | null): string =>
  value === null ? 'NULL' : typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
