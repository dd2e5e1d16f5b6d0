import { brazil } from './countries/brazil.ts';
import { emirates } from './countries/emirates.ts';
import { france } from './countries/france.ts';
import { germany } from './countries/germany.ts';
import { greece } from './countries/greece.ts';
import { india } from './countries/india.ts';
import { italy } from './countries/italy.ts';
import { japan } from './countries/japan.ts';
import { netherlands } from './countries/netherlands.ts';
import { poland } from './countries/poland.ts';
import { spain } from './countries/spain.ts';
import { sweden } from './countries/sweden.ts';
import { ukraine } from './countries/ukraine.ts';
import { unitedKingdom } from './countries/united-kingdom.ts';
import { unitedStates } from './countries/united-states.ts';
import type { Country } from './country.ts';

/** Where the people of the demo live, the most frequent first. */
export const countries: readonly Country[] = [
  unitedStates,
  germany,
  unitedKingdom,
  france,
  spain,
  italy,
  india,
  netherlands,
  poland,
  japan,
  sweden,
  brazil,
  emirates,
  greece,
  ukraine,
];

const byCode = new Map(countries.map((country) => [country.code, country]));

export function countryOf(code: string): Country {
  const found = byCode.get(code);
  if (!found) throw new RangeError(`The demo has no country ${code}.`);
  return found;
}
