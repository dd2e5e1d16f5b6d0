import { fold } from '#platform/text';

const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'da', 'cs', 'tr', 'ru'];
let numbersByName: Map<string, number> | undefined;

/** The month, 1 to 12, of a name or its usual abbreviation in thirteen languages; undefined when it is none. */
export function monthNumber(name: string): number | undefined {
  numbersByName ??= collectMonths();
  return numbersByName.get(fold(name).replaceAll('.', ''));
}

function collectMonths(): Map<string, number> {
  const names = new Map<string, number>([
    ['sept', 9],
    ['mrz', 3],
  ]);
  for (const language of languages) {
    for (const month of ['long', 'short'] as const) {
      const formats = [
        new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' }),
        new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' }),
      ];
      for (let number = 1; number <= 12; number++) {
        for (const format of formats) {
          const part = format.formatToParts(Date.UTC(2024, number - 1, 1)).find(({ type }) => type === 'month');
          const name = fold(part?.value ?? '').replaceAll('.', '');
          if (/\p{L}/u.test(name) && !names.has(name)) names.set(name, number);
        }
      }
    }
  }
  return names;
}
