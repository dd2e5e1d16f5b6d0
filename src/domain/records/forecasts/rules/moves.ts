import { fromMinorUnits } from '#platform/money';

/** The forecast of a month on a day; amounts in minor units. */
export interface DayOfForecast {
  day: string;
  currency: string;
  commit: string;
  bestCase: string;
  pipeline: string;
  closed: string;
  weighted: string;
  deals: number;
}

/** What a month is expected to bring in: what is won, and the rest by its probability. */
const expectedOf = (one: DayOfForecast): bigint => BigInt(one.closed) + BigInt(one.weighted);

/** Days of a forecast as decimal amounts, each with how it moved since the one before; from the latest to the earliest. */
export function movesOf(latestFirst: readonly DayOfForecast[]) {
  return latestFirst.map((one, index) => {
    const before = latestFirst[index + 1];
    const money = (minor: string | bigint) => fromMinorUnits(BigInt(minor), one.currency);
    return {
      day: one.day,
      currency: one.currency,
      commit: money(one.commit),
      bestCase: money(one.bestCase),
      pipeline: money(one.pipeline),
      closed: money(one.closed),
      weighted: money(one.weighted),
      expected: money(expectedOf(one)),
      moved: before?.currency === one.currency ? money(expectedOf(one) - expectedOf(before)) : null,
      deals: one.deals,
    };
  });
}
