import { latin } from './latin.ts';
import { type Trades, tradesOf } from './trades.ts';

/** A name as its bearer writes it, and as it stands in an e-mail address. */
export type Name = { written: string; latin: string };
export type Family = { man: Name; woman: Name };
/** `postal`: each `#` is a digit. */
export type City = { name: string; state: string | null; postal: string };
/** Numbers that begin with `prefix` and have `digits` more. */
export type PhoneRange = { prefix: string; digits: number };

export type Country = {
  code: string;
  /** As it stands in the name of a subsidiary. */
  name: string;
  share: number;
  men: readonly Name[];
  women: readonly Name[];
  families: readonly Family[];
  cities: readonly City[];
  streets: readonly string[];
  address: string;
  phones: readonly PhoneRange[];
  companyWords: readonly string[];
  companyForms: readonly string[];
  trades: Trades;
  /** In the language of the country, for a third of its people. */
  titles: readonly { man: string; woman: string; department: string }[];
};

/** The same in words: lists divided by commas, see `country`. */
export type CountryText = {
  code: string;
  name: string;
  share: number;
  men: string;
  women: string;
  families: string;
  cities: string;
  streets: string;
  address: string;
  phones: string;
  companyWords: string;
  companyForms: string;
  trades: string;
  titles?: string;
};

/**
 * Reads a country out of lists: `name=latin` where letters cannot tell, `man/woman` for a family name or a title with two forms,
 * `City:postal` or `City:postal:State`, `+4930123:3` for a thousand numbers, `Title@Department`.
 */
export function country(text: CountryText): Country {
  const name = (written: string): Name => {
    const [shown = '', latinised] = written.split('=');
    return { written: shown, latin: latinised ?? latin(shown, text.code) };
  };
  return {
    ...text,
    men: list(text.men).map(name),
    women: list(text.women).map(name),
    families: list(text.families).map((family) => {
      const [man = '', woman = man] = family.split('/');
      return { man: name(man), woman: name(woman) };
    }),
    cities: list(text.cities).map((city) => {
      const [cityName = '', postal = '', state = null] = city.split(':');
      return { name: cityName, postal, state };
    }),
    streets: list(text.streets),
    phones: list(text.phones).map((range) => {
      const [prefix = '', digits = '0'] = range.split(':');
      return { prefix, digits: Number(digits) };
    }),
    companyWords: list(text.companyWords),
    companyForms: list(text.companyForms),
    trades: tradesOf(text.trades),
    titles: list(text.titles ?? '').map((entry) => {
      const [title = '', department = ''] = entry.split('@');
      const [man = '', woman = man] = title.split('/');
      return { man, woman, department };
    }),
  };
}

const list = (text: string): string[] =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
