import { linkPlaceholder } from '@kontor/shared/modules/communication/email_messages';
import { escaped } from '../escaped.ts';

export const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:15px;line-height:1.5";
const button =
  'display:inline-block;padding:10px 18px;border-radius:6px;background:#1f2937;color:#ffffff;text-decoration:none;font-weight:600';

/** A text that nobody has formatted, with its paragraphs and lines. */
export const paragraphsOf = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');

/** The text of a message with its link. */
export const withLink = (text: string, link: string | null): string => text.replaceAll(linkPlaceholder, link ?? '');

/**
 * The same message as a page. A paragraph that is a label and the link, on two lines, becomes a button, with the address below
 * it for those whose mail program shows none.
 */
export function htmlOf(text: string, link: string | null): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => {
    const lines = paragraph.split('\n');
    if (link && lines.at(-1)?.trim() === linkPlaceholder) {
      const label = escaped(lines.slice(0, -1).join(' ').replace(/:$/, '') || link);
      const address = escaped(link);
      return `<p><a href="${address}" style="${button}">${label}</a></p><p style="font-size:12px;color:#6b7280;word-break:break-all">${address}</p>`;
    }
    return `<p>${lines.map((line) => escaped(withLink(line, link))).join('<br>')}</p>`;
  });
  return `<!doctype html><html><body style="margin:0;padding:24px;${font};color:#1f2937"><div style="max-width:560px">${paragraphs.join('')}</div></body></html>`;
}
