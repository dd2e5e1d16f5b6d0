import type { DemoAccount } from './accounts.ts';
import type { Name } from './country.ts';

const longestLocalPart = 64;

/** Gives each person of a company an address as that company writes them, each once. */
export function addressBook(): (account: DemoAccount, first: Name, last: Name) => string {
  const given = new Map<string, number>();
  return ({ index, domain, employeeCount }, first, last) => {
    const local = localPart(index, employeeCount, first.latin, last.latin).slice(0, longestLocalPart - 4);
    const address = `${local}@${domain}`;
    const before = given.get(address) ?? 0;
    given.set(address, before + 1);
    return before === 0 ? address : `${local}${before + 1}@${domain}`;
  };
}

function localPart(accountIndex: number, employeeCount: number, first: string, last: string): string {
  if (employeeCount < 15 && accountIndex % 3 === 0) return first;
  const family = last.replaceAll('-', '');
  switch (accountIndex % 8) {
    case 0:
    case 1:
      return `${first.charAt(0)}${family}`;
    case 2:
      return `${family}.${first}`;
    case 3:
      return `${first}_${last}`;
    default:
      return `${first}.${last}`;
  }
}
