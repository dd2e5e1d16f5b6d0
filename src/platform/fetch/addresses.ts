import { lookup as resolve } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Problem } from '#platform/errors';

type Family = 'ipv4' | 'ipv6';
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;

/** The ranges of the IANA special-purpose registries: this machine, its network, clouds' metadata, multicast, examples, tunnels. */
const specialRanges = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24
  192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 2001::/23 2001:db8::/32 2002::/16 3fff::/20`;
const globalIpv6 = blockList(['2000::/3']);
const special = blockList(specialRanges.split(/\s+/));

function familyOf(address: string): Family {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  return list;
}

function isPublic(address: string): boolean {
  const family = familyOf(address);
  return !special.check(address, family) && (family === 'ipv4' || globalIpv6.check(address, family));
}

export interface AddressGuard {
  /** Throws `address_refused` for a literal address that may not be called; names are checked when they are resolved. */
  checkHost(host: string): void;
  /** Resolves, checks, and hands the checked addresses to the connection, so that a name cannot change its mind in between. */
  lookup: LookupFunction;
}

/** Lets through public addresses, and those private ones that are allowed: names, addresses, ranges. */
export function guardAddresses(
  allowed: readonly string[],
  resolveAll: Resolve = (host) => resolve(host, { all: true }),
): AddressGuard {
  const names = new Set(
    allowed.filter((entry) => isIP(entry.split('/')[0] ?? '') === 0).map((name) => name.toLowerCase()),
  );
  const ranges = blockList(allowed.filter((entry) => isIP(entry.split('/')[0] ?? '') !== 0));
  const check = (host: string, address: string): void => {
    if (isPublic(address) || ranges.check(address, familyOf(address)) || names.has(host.toLowerCase())) return;
    throw new Problem('address_refused', {
      detail: `${host} is inside a private network. If Kith shall call it, an administrator adds it to KITH_ALLOW_PRIVATE.`,
    });
  };
  return {
    checkHost(host) {
      if (isIP(host) !== 0) check(host, host);
    },
    lookup(host, options, callback) {
      const found = resolveAll(host).then((addresses) => {
        for (const { address } of addresses) check(host, address);
        return addresses;
      });
      found.then(
        (addresses) => {
          const [first] = addresses;
          if (options.all) callback(null, addresses);
          else callback(null, first?.address ?? '', first?.family);
        },
        (error: NodeJS.ErrnoException) => callback(error, options.all ? [] : ''),
      );
    },
  };
}
