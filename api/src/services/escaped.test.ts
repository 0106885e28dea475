import { expect, test } from 'vitest';
import { escaped, escapedTags } from './escaped.ts';

test('text is text, in a page and between quotes; what is filled once more keeps its quotes', () => {
  expect(escaped(`<a href="x" b='\`&`)).toBe('&lt;a href=&quot;x&quot; b=&#39;&#96;&amp;');
  expect(escapedTags('{% signature "A & B" %}')).toBe('{% signature "A &amp; B" %}');
});
