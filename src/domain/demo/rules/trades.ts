/** `revenueEach` is the revenue that one employee brings a year, in dollars: our estimate of what is usual. */
export const industries = [
  { name: 'Software', share: 16, revenueEach: 210_000 },
  { name: 'Professional Services', share: 12, revenueEach: 160_000 },
  { name: 'Manufacturing', share: 14, revenueEach: 240_000 },
  { name: 'Retail', share: 10, revenueEach: 220_000 },
  { name: 'Healthcare', share: 8, revenueEach: 150_000 },
  { name: 'Financial Services', share: 8, revenueEach: 320_000 },
  { name: 'Logistics', share: 7, revenueEach: 180_000 },
  { name: 'Construction', share: 6, revenueEach: 230_000 },
  { name: 'Media', share: 5, revenueEach: 190_000 },
  { name: 'Energy', share: 4, revenueEach: 600_000 },
  { name: 'Education', share: 4, revenueEach: 80_000 },
  { name: 'Hospitality', share: 4, revenueEach: 70_000 },
  { name: 'Telecommunications', share: 2, revenueEach: 350_000 },
] as const;

export type Industry = (typeof industries)[number]['name'];
/** For each industry the words that a company of it has in its name. */
export type Trades = ReadonlyMap<Industry, readonly string[]>;

/** Reads one line for each industry, in their order: `Software|Systems|Labs`. */
export function tradesOf(text: string): Trades {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length !== industries.length)
    throw new RangeError(`${lines.length} trades for ${industries.length} industries`);
  return new Map(industries.map(({ name }, index) => [name, (lines[index] ?? '').split('|')]));
}

export const englishTrades = `
  Software|Systems|Labs|Analytics|Cloud
  Consulting|Partners|Advisory|Associates
  Manufacturing|Industries|Precision|Tools|Components
  Stores|Outfitters|Market|Supply
  Health|Medical|Clinics|Care
  Capital|Finance|Insurance|Payments
  Logistics|Freight|Shipping|Transport
  Construction|Builders|Engineering
  Media|Publishing|Studios
  Energy|Power|Solar
  Academy|Learning|Institute
  Hotels|Catering|Travel
  Telecom|Networks|Wireless`;
