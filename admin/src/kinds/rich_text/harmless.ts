/** Tags that formatted text may have; attributes are dropped except the address of a link. */
const allowed = new Set([
  'P',
  'BR',
  'STRONG',
  'B',
  'EM',
  'I',
  'U',
  'S',
  'UL',
  'OL',
  'LI',
  'A',
  'H1',
  'H2',
  'H3',
  'H4',
  'BLOCKQUOTE',
  'CODE',
  'PRE',
  'HR',
]);

/**
 * Builds the HTML anew from an allow-list: what is shown can not run anything, even if another version of the server
 * or an import once let something through.
 */
export function harmless(html: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const copy = (node: Node, into: Element): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) into.append(child.textContent ?? '');
      else if (child instanceof Element && allowed.has(child.tagName)) {
        const element = document.createElement(child.tagName);
        const href = child.getAttribute('href') ?? '';
        if (child.tagName === 'A' && /^(https?:|mailto:|tel:)/i.test(href)) {
          element.setAttribute('href', href);
          element.setAttribute('target', '_blank');
          element.setAttribute('rel', 'noopener noreferrer');
        }
        copy(child, element);
        into.append(element);
      } else if (child instanceof Element && !['SCRIPT', 'STYLE', 'TEMPLATE'].includes(child.tagName))
        copy(child, into);
    }
  };
  const root = document.createElement('div');
  copy(parsed.body, root);
  return root.innerHTML;
}
