const isAscii = (head: Buffer, at: number, text: string) => head.toString('latin1', at, at + text.length) === text;
const startsWith =
  (...bytes: number[]) =>
  (head: Buffer) =>
    bytes.every((byte, index) => head[index] === byte);
const says =
  (text: string, at = 0) =>
  (head: Buffer) =>
    isAscii(head, at, text);
const both = (first: (head: Buffer) => boolean, second: (head: Buffer) => boolean) => (head: Buffer) =>
  first(head) && second(head);

/** What a file begins with, by type; the first that holds counts. */
const signatures: readonly [string, (head: Buffer) => boolean][] = [
  ['application/pdf', (head) => head.subarray(0, 1024).includes('%PDF-')],
  ['image/png', startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['image/jpeg', startsWith(0xff, 0xd8, 0xff)],
  ['image/gif', (head) => says('GIF87a')(head) || says('GIF89a')(head)],
  ['image/webp', both(says('RIFF'), says('WEBP', 8))],
  ['audio/wav', both(says('RIFF'), says('WAVE', 8))],
  ['video/x-msvideo', both(says('RIFF'), says('AVI ', 8))],
  ['image/avif', says('ftypavif', 4)],
  ['image/heic', (head) => ['heic', 'heix', 'mif1'].some((brand) => says(`ftyp${brand}`, 4)(head))],
  ['video/quicktime', says('ftypqt', 4)],
  ['audio/mp4', says('ftypM4A', 4)],
  ['video/mp4', says('ftyp', 4)],
  ['image/bmp', both(says('BM'), (head) => head.length >= 14 && head.readUInt32LE(6) === 0)],
  ['image/tiff', (head) => startsWith(0x49, 0x49, 0x2a, 0)(head) || startsWith(0x4d, 0x4d, 0, 0x2a)(head)],
  ['image/x-icon', startsWith(0, 0, 1, 0)],
  ['application/gzip', startsWith(0x1f, 0x8b)],
  ['application/x-7z-compressed', startsWith(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
  ['application/vnd.rar', says('Rar!\x1a\x07')],
  ['application/x-ole-storage', startsWith(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  ['application/vnd.microsoft.portable-executable', says('MZ')],
  ['application/x-elf', says('\x7fELF')],
  ['audio/mpeg', (head) => says('ID3')(head) || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2)],
  ['audio/ogg', says('OggS')],
  ['audio/flac', says('fLaC')],
  ['video/webm', startsWith(0x1a, 0x45, 0xdf, 0xa3)],
  ['application/rtf', says('{\\rtf')],
];

const openXml = 'application/vnd.openxmlformats-officedocument';

/** What is in a ZIP, by the names at its beginning alone: nothing is unpacked. */
function zipType(head: Buffer): string {
  const names = head.toString('latin1');
  const odf = /mimetype(application\/vnd\.oasis\.opendocument\.[a-z]+)/.exec(names)?.[1];
  if (odf) return odf;
  if (!names.includes('[Content_Types].xml') && !names.includes('_rels/')) return 'application/zip';
  if (names.includes('word/')) return `${openXml}.wordprocessingml.document`;
  if (names.includes('xl/')) return `${openXml}.spreadsheetml.sheet`;
  if (names.includes('ppt/')) return `${openXml}.presentationml.presentation`;
  return 'application/zip';
}

/** Plain texts that differ by use alone: here the name may say which. */
const plainTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  md: 'text/markdown',
  json: 'application/json',
  ics: 'text/calendar',
  vcf: 'text/vcard',
};

function textType(head: Buffer, name: string): string | undefined {
  const text = decoded(head);
  if (text === undefined) return undefined;
  const begin = text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .slice(0, 2000)
    .toLowerCase();
  if (/<svg[\s>]/.test(begin)) return 'image/svg+xml';
  if (begin.startsWith('<?xml')) return /<(!doctype html|html)[\s>]/.test(begin) ? 'text/html' : 'application/xml';
  if (/<(!doctype html|html|head|body|script|iframe|img|a|div|table|style|meta|object|embed|form)[\s>/]/.test(begin))
    return 'text/html';
  return plainTypes[/\.([a-z]{2,4})$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'text/plain';
}

/** The text that it is; undefined for what is none. The end may stand within a character. */
function decoded(head: Buffer): string | undefined {
  if (head.length === 0) return undefined;
  const utf16 = startsWith(0xff, 0xfe)(head) || startsWith(0xfe, 0xff)(head);
  if (utf16) return new TextDecoder(head[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(head);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return [...text].some((sign) => sign < ' ' && !'\t\n\r\f\u001b'.includes(sign)) ? undefined : text;
  } catch {
    // Old Western texts: no byte that only programs have.
    return head.some((byte) => byte < 9 || (byte > 13 && byte < 32)) ? undefined : head.toString('latin1');
  }
}

/** The type of a content by its first 4 KiB; of its name only the ending counts, and only among harmless texts. */
export function contentTypeOf(head: Buffer, name: string): string {
  if (says('PK\x03\x04')(head)) return zipType(head);
  const known = signatures.find(([, holds]) => holds(head))?.[0];
  return known ?? textType(head, name) ?? 'application/octet-stream';
}
