import { unreadable } from './table.ts';

/** One step through an XML text: an element begins or ends, or text between elements. */
export type XmlEvent =
  | { readonly open: string; readonly attributes: string; readonly empty: boolean }
  | { readonly close: string }
  | { readonly text: string };

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Replaces `&amp;`, `&#228;` and `&#xe4;`; entities of a document type do not exist here. */
const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, number, name) => {
        if (name) return named[name] ?? whole;
        const code = hex ? Number.parseInt(hex, 16) : Number(number);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '';
      })
    : text;

/** The place behind a mark; a text that ends before it is broken. */
function after(xml: string, mark: string, from: number): number {
  const place = xml.indexOf(mark, from);
  if (place < 0) throw unreadable();
  return place + mark.length;
}

/** The end of an element's head; a `>` within quotes is none. */
function headEnd(xml: string, from: number): number {
  for (let i = from; i < xml.length; i++) {
    const sign = xml[i];
    if (sign === '>') return i;
    if (sign === '"' || sign === "'") i = after(xml, sign, i + 1) - 1;
  }
  throw unreadable();
}

/**
 * Walks through an XML text once, without building a tree; namespaces are left out of names. Broken texts and document
 * types are refused.
 */
export function* walkXml(xml: string): Generator<XmlEvent> {
  for (let at = 0; at < xml.length; ) {
    const begin = xml.indexOf('<', at);
    const end = begin < 0 ? xml.length : begin;
    if (end > at) yield { text: decoded(xml.slice(at, end)) };
    if (begin < 0) return;
    if (xml.startsWith('<!--', begin)) at = after(xml, '-->', begin + 4);
    else if (xml.startsWith('<?', begin)) at = after(xml, '?>', begin);
    else if (xml.startsWith('<![CDATA[', begin)) {
      at = after(xml, ']]>', begin);
      yield { text: xml.slice(begin + 9, at - 3) };
    } else if (xml[begin + 1] === '!') throw unreadable();
    else {
      const close = headEnd(xml, begin);
      at = close + 1;
      const head = xml.slice(begin + 1, close);
      const name = /^\/?([^\s/]{1,200})/.exec(head)?.[1] ?? '';
      const local = name.slice(name.indexOf(':') + 1);
      if (head.startsWith('/')) yield { close: local };
      else yield { open: local, attributes: head.slice(name.length), empty: head.endsWith('/') };
    }
  }
}

/** One attribute of an element, whatever its namespace. */
export function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : decoded(value);
}
