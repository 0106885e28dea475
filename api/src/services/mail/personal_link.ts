import { escaped } from '../escaped.ts';

/** Stands in a mail for the link of its recipient, which is a secret and kept apart, until the mail is sent (RFC 2606). */
export const personalLink = 'https://personal-link.invalid/';

/** A text with the link of its recipient; without one it stays as it is. */
export const linkedText = (text: string, link: string | null): string =>
  link ? text.replaceAll(personalLink, link) : text;

/** A page with the link of its recipient: where it leads to, and where it stands as text, to be clicked. */
export function linkedHtml(html: string, link: string | null): string {
  if (!link) return html;
  const address = escaped(link);
  return html
    .replaceAll(`href="${personalLink}"`, `href="${address}"`)
    .replaceAll(personalLink, `<a href="${address}">${address}</a>`);
}
