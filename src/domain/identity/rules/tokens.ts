/** The beginnings of our secrets: whoever finds one knows what it is, and so do scanners. */
export const tokenPrefixes = { key: 'kith_', refresh: 'kithr_', link: 'kithl_', challenge: 'kithc_' } as const;
export type TokenKind = keyof typeof tokenPrefixes;

/** Whether a text can be a secret of this kind at all; what cannot costs no look-up. */
export function isToken(kind: TokenKind, text: string): boolean {
  const prefix = tokenPrefixes[kind];
  return text.length === prefix.length + 43 && text.startsWith(prefix) && /^[\w-]+$/.test(text);
}

/** Whether a text can be an access token: three parts in base64url, none of them long. */
export function looksLikeAccessToken(text: string): boolean {
  return text.length <= 2048 && /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
}
