/** The figures that a line can be drawn for: of what each is, and what it counts. */
export const measures = {
  handler_lag_seconds: { of: 'handler', says: 'how many seconds the oldest event waits that a handler has not had' },
  handler_behind: { of: 'handler', says: 'how many events a handler has not had' },
  failed_events: { of: 'handler', says: 'how many events were put aside because a handler could not take them' },
  open_deals: { of: 'pipeline', says: 'how many deals are open' },
  open_amount: { of: 'pipeline', says: 'what open deals are worth, in the currency of the workspace' },
  weighted_amount: { of: 'pipeline', says: 'what open deals are worth by their probability' },
  rotting_deals: { of: 'pipeline', says: 'how many open deals were left lying' },
  win_rate: { of: 'pipeline', says: 'which share of the deals closed in the last 90 days was won, from 0 to 1' },
  cycle_hours: { of: 'pipeline', says: 'how long deals took that were won in the last 90 days' },
} as const;

export type Measure = keyof typeof measures;
export const measureNames = Object.keys(measures) as [Measure, ...Measure[]];

/** Whether a figure is on the wrong side of its line; on the line it is not, and of one that is not known nothing is said. */
export function crosses(value: number | null, side: 'above' | 'below', limit: number): boolean {
  if (value === null) return false;
  return side === 'above' ? value > limit : value < limit;
}
