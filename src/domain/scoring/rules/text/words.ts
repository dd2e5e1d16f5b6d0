const longestTextRead = 300;

/** Lower case, without accents and punctuation, one blank between words. */
export function plainWords(text: string): string {
  return text
    .slice(0, longestTextRead)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** `email_opened`, `emailOpened` and `Email opened` are one type. */
export function activityTypeKey(type: string): string {
  return plainWords(type).replaceAll(' ', '');
}
