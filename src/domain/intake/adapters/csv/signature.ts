const magic: [name: string, bytes: string, offset?: number][] = [
  ['a PNG image', '89504e470d0a1a0a'],
  ['a JPEG image', 'ffd8ff'],
  ['a GIF image', '47494638'],
  ['a WebP image', '57454250', 8],
  ['a PDF document', '255044462d'],
  ['an old Excel or Office document (.xls, .doc)', 'd0cf11e0a1b11ae1'],
  ['a gzip archive', '1f8b08'],
  ['a RAR archive', '526172211a07'],
  ['a 7-Zip archive', '377abcaf271c'],
  ['a bzip2 archive', '425a6839'],
  ['an xz archive', 'fd377a585a00'],
  ['a Zstandard archive', '28b52ffd'],
  ['an SQLite database', '53514c69746520666f726d6174203300'],
  ['a Parquet file', '50415231'],
  ['a Windows program', '4d5a9000'],
  ['a Linux program', '7f454c46'],
  ['an MP4 film', '66747970', 4],
  ['an MP3 sound', '494433'],
  ['a rich text document (.rtf)', '7b5c727466'],
  ['text in UTF-32', 'fffe0000'],
  ['text in UTF-32', '0000feff'],
];

const markup: [name: string, pattern: RegExp][] = [
  ['an HTML page', /^\s*<(?:!doctype html|html|head|body|table)\b/i],
  ['an XML document', /^\s*<\?xml\b/i],
  ['a vCard address book (.vcf)', /^\s*BEGIN:VCARD\b/i],
  ['a calendar (.ics)', /^\s*BEGIN:VCALENDAR\b/i],
  ['a JSON document', /^\s*(?:\[\s*)?\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\})/],
];

/** Says what a file is when it is of a kind that is certainly not CSV; undefined when it may be one. */
export function otherKindOfFile(first: Buffer): string | undefined {
  if (first.subarray(0, 4).equals(Buffer.from('504b0304', 'hex'))) return kindOfZip(first);
  for (const [name, hex, offset = 0] of magic) {
    const bytes = Buffer.from(hex, 'hex');
    if (first.subarray(offset, offset + bytes.length).equals(bytes)) return name;
  }
  const beginning = first.subarray(0, 2048).toString('latin1').replace(/^ï»¿/, '');
  return markup.find(([, pattern]) => pattern.test(beginning))?.[0];
}

function kindOfZip(first: Buffer): string {
  const names = first.toString('latin1');
  if (names.includes('xl/')) return 'an Excel workbook (.xlsx)';
  if (names.includes('word/')) return 'a Word document (.docx)';
  if (names.includes('application/vnd.oasis.opendocument.spreadsheet')) return 'an OpenDocument spreadsheet (.ods)';
  return 'a ZIP archive';
}

/** Whether decoded text is not text at all: more than one character in a hundred is a control character that no text has. */
export function looksBinary(text: string): boolean {
  let controls = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32) || code === 0xfffe || code === 0xffff) controls++;
  }
  return controls > 0 && controls * 100 > text.length;
}
