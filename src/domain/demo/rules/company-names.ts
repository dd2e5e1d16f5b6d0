import type { Country } from './country.ts';
import { latin } from './latin.ts';
import type { Random } from './random.ts';
import type { Industry } from './trades.ts';

/** `core` is the name without the legal form. */
export type CompanyName = { core: string; name: string; domain: string };

const longDomain = 40;
const tries = 6;

/** Names companies, each name and domain once; domains end in `.example`, which nobody can own (RFC 2606). */
export function companyNames(random: Random) {
  const names = new Set<string>();
  const domains = new Set<string>();

  function named(country: Country, form: string, core: string): CompanyName {
    names.add(core);
    return { core, name: `${core} ${form}`, domain: freeDomain(core, country) };
  }
  function freeDomain(core: string, { code }: Country): string {
    const words = latin(core, code).slice(0, longDomain).replace(/-$/, '');
    const plain = random.chance(0.5) ? words : words.replaceAll('-', '');
    let domain = `${plain}.example`;
    for (let nth = 2; domains.has(domain); nth += 1) domain = `${plain}-${nth}.example`;
    domains.add(domain);
    return domain;
  }
  return {
    fresh(country: Country, industry: Industry, city: string): CompanyName {
      const form = random.pick(country.companyForms);
      let core = coined(country, industry, random);
      for (let nth = 0; nth < tries && names.has(core); nth += 1) core = coined(country, industry, random);
      if (names.has(core)) core = `${core} ${city}`;
      for (let nth = 2; names.has(core); nth += 1) core = core.replace(/( \d+)?$/, ` ${nth}`);
      return named(country, form, core);
    },
    /** `null` when the parent has one there already. */
    subsidiary(country: Country, parentCore: string): CompanyName | null {
      const core = `${parentCore} ${country.name}`;
      return names.has(core) ? null : named(country, random.pick(country.companyForms), core);
    },
    exactly(country: Country, form: string, core: string): CompanyName {
      return named(country, form, core);
    },
  };
}

function coined({ code, companyWords, families, trades }: Country, industry: Industry, { pick, next }: Random): string {
  const trade = pick(trades.get(industry) ?? ['']);
  const family = pick(families).man.written;
  const [word, other] = [pick(companyWords), pick(companyWords)];
  const kind = next();
  if (kind < 0.2 && code !== 'AE') return `${family} ${trade}`;
  if (kind < 0.35 && code !== 'AE') return `${family} & ${pick(families).man.written} ${trade}`;
  return kind < 0.5 && other !== word ? `${word} ${other} ${trade}` : `${word} ${trade}`;
}
