// The characters of the bytes 0x80 to 0x9F; the five bytes without one stay control characters, as the WHATWG encoding standard says.
const upperControls = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const needsMapping = /[\u0080-\u009f]/g;

/** Windows-1252, which contains Latin-1. */
export function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(needsMapping, (control) => windows1252Character(control.charCodeAt(0)));
}

export function windows1252Character(byte: number): string {
  return byte >= 0x80 && byte <= 0x9f ? upperControls.charAt(byte - 0x80) : String.fromCharCode(byte);
}
