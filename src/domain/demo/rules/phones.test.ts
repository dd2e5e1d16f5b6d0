import parsePhone from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { countries } from './countries.ts';
import { phoneBook } from './phones.ts';

describe('the numbers of a country', () => {
  it.each(countries.map((country) => [country.code, country] as const))(
    '%s are all valid, handed out once, and end',
    (code, country) => {
      const give = phoneBook('person');
      const numbers = Array.from({ length: 500 }, () => give(country)).filter((phone) => phone !== null);
      expect(new Set(numbers).size).toBe(numbers.length);
      const wrong = numbers.filter(
        (phone) => parsePhone(phone)?.isValid() !== true || parsePhone(phone)?.country !== code,
      );
      expect(wrong).toEqual([]);
      let left = 200_000;
      while (left > 0 && give(country) !== null) left -= 1;
      expect(give(country)).toBeNull();
    },
  );

  it('are not shared between companies and people', () => {
    const given = new Set<string | null>();
    for (const kind of ['company', 'person'] as const) {
      const give = phoneBook(kind);
      const [sweden] = countries.filter(({ code }) => code === 'SE');
      for (let phone = sweden && give(sweden); phone && sweden; phone = give(sweden)) {
        expect(given.has(phone)).toBe(false);
        given.add(phone);
      }
    }
    expect(given.size).toBe(490);
  });
});
