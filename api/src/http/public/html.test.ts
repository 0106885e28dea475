import { expect, test } from 'vitest';
import { html } from './html.ts';

test('what is put into a page is text', () => {
  const bad = `<script>"'&\``;
  expect(html`<p title="${bad}">${bad}</p>`.text).not.toMatch(/<script|"'|`/);
  expect(html`<ul>${[1, 2].map((n) => html`<li>${n}</li>`)}</ul>${false}${null}`.text).toBe(
    '<ul><li>1</li><li>2</li></ul>',
  );
});
