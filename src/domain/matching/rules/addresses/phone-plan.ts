import metadata from 'libphonenumber-js/metadata.min.json';

/** The numbering plan of a country, as far as it is needed to bring a number into its international form. */
export interface PhonePlan {
  callingCode: string;
  /** What is dialled before an international number, at the start of the digits. */
  internationalPrefix: RegExp | undefined;
  /** What is dialled before a national number, at the start of the digits. */
  nationalPrefix: RegExp | undefined;
  /** What replaces the national prefix when it has captured something. */
  transform: string | undefined;
  national: RegExp;
  lengths: ReadonlySet<number>;
}

// The layout is described in METADATA.md of libphonenumber-js, version 4.
type CountryEntry = readonly [string, string | 0, string, readonly number[], ...unknown[]];

const countries = metadata.countries as unknown as Readonly<Record<string, CountryEntry>>;
const worldwide = metadata.nonGeographic as unknown as Readonly<Record<string, CountryEntry>>;
const countriesByCode = metadata.country_calling_codes as unknown as Readonly<Record<string, readonly string[]>>;

const planByCountry = new Map<string, PhonePlan | undefined>();
const plansByCode = new Map<string, readonly PhonePlan[]>();

/** The plan of a country by its ISO code; undefined when there is none. */
export function planOfCountry(country: string): PhonePlan | undefined {
  if (!planByCountry.has(country)) {
    const entry = Object.hasOwn(countries, country) ? countries[country] : undefined;
    planByCountry.set(country, entry && compile(entry));
  }
  return planByCountry.get(country);
}

/** All plans behind a calling code, that of the main country first; empty when nobody has the code. */
export function plansOfCallingCode(code: string): readonly PhonePlan[] {
  let plans = plansByCode.get(code);
  if (!plans) {
    const found = (countriesByCode[code] ?? []).map(planOfCountry).filter((plan) => plan !== undefined);
    const shared = worldwide[code];
    plans = found.length === 0 && shared ? [compile(shared)] : found;
    plansByCode.set(code, plans);
  }
  return plans;
}

function compile(entry: CountryEntry): PhonePlan {
  const [callingCode, internationalPrefix, national, lengths] = entry;
  const parsingPrefix = entry[7] || entry[5];
  return {
    callingCode,
    internationalPrefix: internationalPrefix ? new RegExp(`^(?:${internationalPrefix})`) : undefined,
    nationalPrefix: parsingPrefix ? new RegExp(`^(?:${String(parsingPrefix)})`) : undefined,
    transform: entry[8] ? String(entry[8]) : undefined,
    national: new RegExp(`^(?:${national})$`),
    lengths: new Set(lengths),
  };
}
