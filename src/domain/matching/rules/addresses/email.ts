import { domainToASCII } from 'node:url';
import { collapseSpace, quoted } from '#platform/text';
import { bad, good, type Normalised } from '../normalised.ts';
import { isFreeMailDomain } from './free-mail.ts';
import { isRoleAddress } from './role-address.ts';

export interface Email {
  /** As it is shown and written to: the part before the @ as it was given, the domain in lower case. */
  value: string;
  /** For comparison: all in lower case, the domain in ASCII, needless quotes gone. */
  key: string;
  /** In lower case and ASCII. */
  domain: string;
  /** A function such as info@ or sales@, shared by several people. */
  role: boolean;
  /** At a mail provider for everybody, so that the domain says nothing about a company. */
  free: boolean;
  /** From `Ana Silva <ana@example.com>`. */
  name?: string;
}

const plainAddress =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/i;
const longestAddress = 254;
const longestLocal = 64;
const longestCell = 1_000;

/**
 * An e-mail address as RFC 5321 (and 6531: any letters) allows it, out of what people put into a cell: `mailto:`,
 * angle brackets with a name before them, a comment behind, full stops at the end.
 */
export function normaliseEmail(text: string): Normalised<Email> {
  if (text.length <= longestAddress && plainAddress.test(text)) return plain(text);
  if (text.length > longestCell) return bad(`${quoted(text)} is not an e-mail address: it is too long.`);
  const { address, name } = unwrap(text);
  if (address.length <= longestAddress && plainAddress.test(address)) return withName(plain(address), name);
  return withName(unusual(address), name);
}

function plain(address: string): Normalised<Email> {
  const at = address.lastIndexOf('@');
  if (at > longestLocal)
    return bad(`${quoted(address)} is not an e-mail address: more than 64 characters stand before the @.`);
  return finish(address.slice(0, at), address.slice(at + 1).toLowerCase(), undefined);
}

function finish(local: string, domain: string, asciiDomain: string | undefined): Normalised<Email> {
  const localKey = unquoted(local).toLowerCase();
  const domainKey = asciiDomain ?? domain;
  return good({
    value: `${local}@${domain}`,
    key: `${localKey}@${domainKey}`,
    domain: domainKey,
    role: isRoleAddress(localKey),
    free: isFreeMailDomain(domainKey),
  });
}

function withName(result: Normalised<Email>, name: string | undefined): Normalised<Email> {
  return result.value && name ? good({ ...result.value, name }) : result;
}

function unwrap(text: string): { address: string; name: string | undefined } {
  const line = collapseSpace(text);
  const bracketed = /^(.*?)\s*<([^<>]*)>[\s,;.]*$/.exec(line);
  const address = (bracketed?.[2] ?? line)
    .trim()
    .replace(/^(?:mailto|e-?mail)\s*:\s*/i, '')
    .replace(/^([^"?]*)\?(?:subject|body|cc|bcc)=.*$/i, '$1')
    .replace(/\s*\([^()]*\)$/, '')
    .replace(/^['‘’“”]+(?=[^@]*@)|['‘’“”.,;:>]+$/g, '');
  const name = bracketed?.[1]?.replace(/^["']+|["']+$/g, '').trim();
  return { address, name: name === undefined || name === '' || name.includes('@') ? undefined : name };
}

const atom = /^[a-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10ffff}-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10ffff}-]+)*$/iu;
const quotedLocal = /^"(?:[^"\\\p{Cc}]|\\[ -~])*"$/u;

function unusual(address: string): Normalised<Email> {
  const problem = (why: string) => bad(`${quoted(address)} is not an e-mail address: ${why}.`);
  if (address === '') return bad('The e-mail address is empty.');
  const at = address.lastIndexOf('@');
  if (at === -1) return problem('it has no @');
  const local = address.slice(0, at);
  const domain = address.slice(at + 1).toLowerCase();
  if (local === '') return problem('nothing stands before the @');
  if (domain === '') return problem('nothing stands after the @');
  const isQuoted = quotedLocal.test(local);
  if (!isQuoted && local.includes('@'))
    return problem(/[\s,;/]/.test(address) ? 'it seems to be several addresses' : 'it has more than one @');
  if (/\s/.test(isQuoted ? domain : address)) return problem('it has a space inside');
  if (Buffer.byteLength(local) > longestLocal) return problem('more than 64 characters stand before the @');
  if (!isQuoted && !atom.test(local)) return problem(whyNoAtom(local));
  return addDomain(address, local, domain);
}

function whyNoAtom(local: string): string {
  if (local.includes('..')) return 'it has two full stops in a row';
  if (local.startsWith('.') || local.endsWith('.')) return 'a full stop stands at the wrong place';
  const odd = [...local].find((character) => !atom.test(character) && character !== '.');
  return odd ? `${quoted(odd)} cannot stand before the @` : 'the part before the @ is not allowed';
}

function addDomain(address: string, local: string, domain: string): Normalised<Email> {
  const problem = (why: string) => bad(`${quoted(address)} is not an e-mail address: ${why}.`);
  if (domain.startsWith('[')) {
    return isAddressLiteral(domain)
      ? finish(local, domain, undefined)
      : problem('the number in brackets is not an IP address');
  }
  if (domain.includes('..')) return problem('it has two full stops in a row');
  if (!domain.includes('.')) return problem(`${quoted(domain)} has no ending such as .com`);
  if (/[_!#$%&'*+/=?^`{|}~,;:()<>[\]\\"]/.test(domain)) return problem(`${quoted(domain)} is not a domain`);
  const ascii = domainToASCII(domain);
  const labels = ascii.split('.');
  const wellFormed = labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  if (ascii === '' || !wellFormed) return problem(`${quoted(domain)} is not a domain`);
  if (!/^[a-z][a-z0-9-]+$/.test(labels[labels.length - 1] ?? ''))
    return problem(`${quoted(domain)} has no ending such as .com`);
  if (Buffer.byteLength(local) + 1 + ascii.length > longestAddress) return problem('it is longer than 254 characters');
  return finish(local, domain, ascii);
}

function isAddressLiteral(domain: string): boolean {
  const four = /^\[(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\]$/.exec(domain);
  if (four) return four.slice(1).every((part) => Number(part) <= 255);
  const six = /^\[ipv6:([0-9a-f:.]+)\]$/.exec(domain);
  return six?.[1] !== undefined && URL.canParse(`http://[${six[1]}]/`);
}

function unquoted(local: string): string {
  if (!local.startsWith('"')) return local;
  const inner = local.slice(1, -1).replace(/\\(.)/g, '$1');
  return atom.test(inner) ? inner : local;
}

const separators = /\s*(?:[,;|\n]|:::|\s\/\s)\s*/;

/** The addresses of a cell that may hold several, separated by comma, semicolon, bar, slash or line end. */
export function splitEmails(text: string): string[] {
  const first = text.indexOf('@');
  const single = first === -1 || text.indexOf('@', first + 1) === -1;
  if (single || text.length > longestCell * 4 || text.includes('"')) return [text];
  return text.split(separators).filter((part) => part !== '');
}
