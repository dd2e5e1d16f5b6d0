const { language } = navigator;
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([currency, options]);
  const known = formats.get(key);
  if (known) return known;
  let format: Intl.NumberFormat;
  try {
    format = new Intl.NumberFormat(language, { style: 'currency', currency, ...options });
  } catch {
    // What is no currency code is said as it is.
    format = new Intl.NumberFormat(language, options);
  }
  formats.set(key, format);
  return format;
}

/** The number as it is, with all its digits: strings are formatted exactly. */
type Exact = Parameters<Intl.NumberFormat['format']>[0];

/** "€12,500" and "€12,500.50": exact, without cents where there are none. Amounts are decimals, as the API gives them. */
export function money(amount: string, currency: string): string {
  return formatOf(currency, { trailingZeroDisplay: 'stripIfInteger' }).format(amount as Exact);
}

/** "€1.2M", where the exact amount stands beside it. */
export function shortMoney(amount: string, currency: string): string {
  return formatOf(currency, { notation: 'compact', maximumSignificantDigits: 3 }).format(amount as Exact);
}
