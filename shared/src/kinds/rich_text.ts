import { fieldOf } from './field.ts';
import { defineKind } from './kind.ts';
import { plainText, trimmed } from './textual.ts';

/** Formatted text as HTML; the API keeps a small set of harmless tags and removes everything else. */
export const richText = fieldOf<'rich_text', string>('rich_text');

export const richTextKind = defineKind({
  name: 'rich_text',
  columns: (_field, name) => [{ name, type: 'text' }],
  schema: () => plainText(200_000),
  operators: ['ilike', 'null'],
  format: (value: string) =>
    value
      .replace(/<\/(p|li|h\d)>|<br\s*\/?>/g, '\n')
      .replace(/<[^>]*>/g, '')
      .replace(/&nbsp;/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&')
      .trim(),
  parse: trimmed,
  samples: () => ({
    valid: [
      { in: '<p>Grüße aus <strong>Köln</strong> 😀</p>' },
      { in: '<p>gut</p><script>alert(1)</script>', out: '<p>gut</p>' },
      { in: '<p onclick="x()">ok</p>', out: '<p>ok</p>' },
      { in: `<p>${'lang '.repeat(2000)}</p>` },
    ],
    invalid: [1, {}, '\0'],
  }),
});
