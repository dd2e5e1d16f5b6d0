import { collapseSpace, quoted } from '#platform/text';
import { bad, good, type Normalised } from '../normalised.ts';

const longestUrl = 2_048;
const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i;
const secrets = /^[^/?#]*@/;

/**
 * A web address that can be opened safely: http or https only, host in lower case and ASCII, `https://` where none was written,
 * no slash at the end of a bare host. Sign-in names and passwords inside an address are refused.
 */
export function normaliseUrl(text: string): Normalised<string> {
  if (text.length > longestUrl) return bad(`${quoted(text)} is not a web address: it is too long.`);
  const cell = collapseSpace(text).replace(/^<|>$/g, '');
  const problem = (why: string) => bad(`${quoted(cell)} is not a web address: ${why}.`);
  if (cell === '') return bad('The web address is empty.');
  const kind = scheme.exec(cell)?.[1]?.toLowerCase();
  if (kind !== undefined && kind !== 'http' && kind !== 'https')
    return problem(`addresses that start with ${kind}: are refused`);
  if (/\s/.test(cell)) return problem('it has a space inside');
  const rest = kind === undefined ? cell.replace(/^\/\//, '') : cell.slice(kind.length + 1).replace(/^[/\\]*/, '');
  if (secrets.test(rest)) return problem('it has an @ before its host');
  const url = URL.parse(`${kind ?? 'https'}://${rest}`);
  if (!url) return problem('it cannot be read');
  if (!isPublicName(url.hostname) || !sameNumbers(rest, url.hostname))
    return problem(`${quoted(url.hostname)} is not a host on the web`);
  const bare = url.pathname === '/' && url.search === '' && url.hash === '';
  return good(bare ? `${url.protocol}//${url.host}` : url.href);
}

function isPublicName(host: string): boolean {
  return (
    /^[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.[a-z][a-z0-9-]*[a-z0-9]$/.test(host) || /^\d+\.\d+\.\d+\.\d+$/.test(host)
  );
}

/** URLs read any number as an IP address: `29.85` would become 29.0.0.85. */
function sameNumbers(written: string, host: string): boolean {
  return !/^[\d.]+$/.test(host) || written.startsWith(host);
}
