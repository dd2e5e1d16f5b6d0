import { type DateOrder, type DecimalMark, inferDateOrder, inferDecimalMark, usualDateOrder } from '#domain/matching';
import { quoted } from '#platform/text';

export interface DateFormat {
  order: DateOrder;
  /** Nothing in the column tells day and month apart. */
  guessed: boolean;
}

const orderNames: Record<DateOrder, string> = { dmy: 'day/month/year', mdy: 'month/day/year', ymd: 'year-month-day' };

/** How a column writes its dates, and a notice when that had to be guessed. `country` says where the file comes from. */
export function dateFormatOf(
  column: string,
  cells: readonly string[],
  settings: { dateOrder?: DateOrder | undefined; country?: string | undefined },
): DateFormat & { notice?: string } {
  if (settings.dateOrder) return { order: settings.dateOrder, guessed: false };
  const found = inferDateOrder(cells);
  if (found === undefined || found === 'ymd') return { order: usualDateOrder(settings.country), guessed: true };
  if (found !== 'ambiguous' && found !== 'mixed') return { order: found, guessed: false };
  const order = usualDateOrder(settings.country);
  const why = found === 'mixed' ? 'writes dates in different orders' : 'has dates that could be read in two ways';
  return {
    order,
    guessed: true,
    notice: `The column ${quoted(column)} ${why}: they are read as ${orderNames[order]}.`,
  };
}

const commaCountries = new Set(
  'AL AR AT BE BG BO BR BY CL CO CR CZ DE DK EC EE ES FI FR GE GR HR HU ID IS IT KZ LT LU LV MD ME MK NL NO PL PT PY RO RS RU SE SI SK TR UA UY VE VN'.split(
    ' ',
  ),
);

/** Which mark stands before the decimals of a column; where nothing tells, as is usual in the country. */
export function decimalMarkOf(cells: readonly string[], country: string | undefined): DecimalMark {
  return inferDecimalMark(cells) ?? (country !== undefined && commaCountries.has(country) ? ',' : '.');
}
