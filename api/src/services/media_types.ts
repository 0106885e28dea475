/** What content shows to be, whatever its sender says. */

const starts: readonly (readonly [type: string, bytes: readonly (number | undefined)[], offset?: number])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46, undefined, undefined, undefined, undefined, 0x57, 0x45, 0x42, 0x50]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]],
  ['application/gzip', [0x1f, 0x8b]],
  ['application/x-7z-compressed', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['application/x-ole-storage', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['application/rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['video/mp4', [0x66, 0x74, 0x79, 0x70], 4],
  ['audio/mpeg', [0x49, 0x44, 0x33]],
  ['audio/ogg', [0x4f, 0x67, 0x67, 0x53]],
];

const openXml = 'application/vnd.openxmlformats-officedocument';
/** The name refines what content can not tell apart, within the same family only. */
const refined: Record<string, Record<string, string>> = {
  'application/zip': {
    docx: `${openXml}.wordprocessingml.document`,
    xlsx: `${openXml}.spreadsheetml.sheet`,
    pptx: `${openXml}.presentationml.presentation`,
    odt: 'application/vnd.oasis.opendocument.text',
    ods: 'application/vnd.oasis.opendocument.spreadsheet',
  },
  'application/x-ole-storage': {
    doc: 'application/msword',
    xls: 'application/vnd.ms-excel',
    ppt: 'application/vnd.ms-powerpoint',
    msg: 'application/vnd.ms-outlook',
  },
  'text/plain': {
    csv: 'text/csv',
    md: 'text/markdown',
    eml: 'message/rfc822',
    ics: 'text/calendar',
    vcf: 'text/vcard',
    json: 'application/json',
  },
};

function textType(head: Buffer): string | undefined {
  if (head.includes(0)) return undefined;
  try {
    // the last character may be cut
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
  } catch {
    return undefined;
  }
  const text = head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
    .toLowerCase();
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype svg[^>]*>\s*)?<svg[\s>]/.test(text))
    return 'image/svg+xml';
  if (/<(?:!doctype html|html|head|body|script|iframe|style|img|a|p|div|table)[\s>/]/.test(text)) return 'text/html';
  return text.startsWith('<?xml') ? 'application/xml' : 'text/plain';
}

/** The type of content by its first bytes (4 kB are enough) and, within what these allow, by the ending of its name. */
export function mediaType(head: Buffer, name: string): string {
  const magic = starts.find(([, bytes, offset = 0]) =>
    bytes.every((byte, i) => byte === undefined || head[offset + i] === byte),
  );
  const type = magic?.[0] ?? textType(head) ?? 'application/octet-stream';
  return refined[type]?.[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? type;
}

/** Types that a browser may show in place. SVG and HTML can carry scripts and are only ever downloaded. */
export const showable = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf']);
