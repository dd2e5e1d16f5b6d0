import { domainToASCII } from 'node:url';
import { parse } from 'tldts';

/**
 * The part of an address that belongs to one owner, in ASCII and lower case: `https://shop.example.co.uk/x` and
 * `ana@mail.example.co.uk` give `example.co.uk`. Undefined when there is none (IP addresses, unknown endings, single words).
 */
export function registrableDomain(address: string): string | undefined {
  const text = address.trim();
  if (text === '' || text.length > 2_048) return undefined;
  const at = text.lastIndexOf('@');
  const isUrl = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const host = isUrl || at === -1 ? text : text.slice(at + 1);
  const { domain, isIcann, isPrivate } = parse(host);
  if (!domain || !(isIcann || isPrivate)) return undefined;
  return domainToASCII(domain) || undefined;
}
