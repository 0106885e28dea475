import { kindOf, type Property } from '@kontor/shared';
import sanitize from 'sanitize-html';
import type { Engine } from './context.ts';

/** Formatted text with harmless tags only. */
export const cleanRichText = (html: string): string =>
  sanitize(html, {
    allowedTags: [
      'p',
      'br',
      'strong',
      'b',
      'em',
      'i',
      'u',
      's',
      'ul',
      'ol',
      'li',
      'a',
      'blockquote',
      'h2',
      'h3',
      'h4',
      'code',
      'pre',
      'hr',
      'span',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
    ],
    allowedAttributes: { a: ['href', 'title'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
    allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  });

/** What the server does to a value of a kind before it is stored, beyond the kind's own validator. */
const cleaners: { readonly [kind: string]: ((value: any, engine: Engine) => unknown) | undefined } = {
  rich_text: cleanRichText,
  secret: (text: string, engine) => engine.secrets.encrypt(text),
};

/** The canonical value as it is stored (and, but for secrets, as it is read back). */
export const stored = (property: Property, value: unknown, engine: Engine): unknown =>
  value === null ? null : (cleaners[property.field.kind]?.(value, engine) ?? value);

/** The parameter for PostgreSQL. */
export const parameter = (property: Property, value: unknown): unknown =>
  value === null || value === undefined || property.part
    ? (value ?? null)
    : (kindOf(property.field).toDatabase?.(value) ?? value);
