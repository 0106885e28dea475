import { expect, test } from 'vitest';
import { linkedHtml, linkedText, personalLink } from './personal_link.ts';

test('the link stands in the text, in links and as a link of its own; without one nothing changes', () => {
  const link = 'https://kontor.example/p/offer/a_b-c';
  expect(linkedText(`Hier: ${personalLink}`, link)).toBe(`Hier: ${link}`);
  expect(linkedHtml(`<p><a href="${personalLink}">Hier</a></p>`, link)).toBe(`<p><a href="${link}">Hier</a></p>`);
  expect(linkedHtml(`<p>${personalLink}</p>`, link)).toBe(`<p><a href="${link}">${link}</a></p>`);
  expect(linkedHtml('<p>x</p>', null)).toBe('<p>x</p>');
  expect(linkedHtml(`<p>${personalLink}</p>`, 'https://x.example/?a="><b>')).not.toContain('<b>');
});
