import { fromMinorUnits } from '#platform/money';

/** A stage, as far as the numbers of its pipeline need it. */
export interface CountedStage {
  id: string;
  shownId: string;
  name: string;
  position: number;
  kind: 'open' | 'won' | 'lost';
}

interface Counted {
  count: number;
  amount: string;
}

export interface MetricsInput {
  currency: string;
  stages: readonly CountedStage[];
  sums: readonly (Counted & {
    stageId: string;
    status: 'open' | 'won' | 'lost';
    weighted: string;
    unvalued: number;
    cycleHours: string;
    rotting: number;
  })[];
  furthest: readonly { position: number; won: boolean; count: number }[];
  expected: readonly (Counted & { month: string | null; category: string | null; weighted: string })[];
  reasons: readonly (Counted & { reason: string | null })[];
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
const totalMinor = (texts: readonly string[]): bigint => texts.reduce((sum, text) => sum + BigInt(text), 0n);
const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
const rounded = (hours: number): number => Math.round(hours * 100) / 100;

/** The numbers of a pipeline: sums to the minor unit, shares from 0 to 1, times in hours. */
export function metricsOf({ currency, stages, sums, furthest, expected, reasons }: MetricsInput) {
  const money = (texts: readonly string[]) => fromMinorUnits(totalMinor(texts), currency);
  const of = (status: string) => sums.filter((one) => one.status === status);
  const figures = (some: MetricsInput['sums']) => ({
    count: total(some.map((one) => one.count)),
    amount: money(some.map((one) => one.amount)),
  });
  const [open, won, lost] = [of('open'), of('won'), of('lost')];
  const [wins, losses] = [figures(won), figures(lost)];
  const hours = (some: MetricsInput['sums']) => {
    const count = total(some.map((one) => one.count));
    return count === 0 ? null : rounded(total(some.map((one) => Number(one.cycleHours))) / count);
  };
  return {
    currency,
    open: {
      ...figures(open),
      weighted: money(open.map((one) => one.weighted)),
      rotting: total(open.map((one) => one.rotting)),
    },
    won: wins,
    lost: {
      ...losses,
      reasons: reasons.map((one) => ({ reason: one.reason, count: one.count, amount: money([one.amount]) })),
    },
    winRate: share(wins.count, wins.count + losses.count),
    averageWon: wins.count === 0 ? null : averageOf(won, wins.count, currency),
    averageCycleHours: hours(won),
    averageCycleHoursLost: hours(lost),
    unvalued: total(sums.map((one) => one.unvalued)),
    stages: stages.map((stage) => stageMetrics(stage, sums, money)),
    conversion: conversionOf(stages, furthest),
    forecast: forecastOf(expected, money),
  };
}

/** The mean of won amounts, rounded half up to the minor unit. */
function averageOf(won: MetricsInput['sums'], count: number, currency: string): string {
  const sum = totalMinor(won.map((one) => one.amount));
  const whole = BigInt(count);
  return fromMinorUnits((sum * 2n + (sum < 0n ? -whole : whole)) / (whole * 2n), currency);
}

function stageMetrics(stage: CountedStage, sums: MetricsInput['sums'], money: (texts: string[]) => string) {
  const here = sums.filter((one) => one.stageId === stage.id);
  return {
    id: stage.shownId,
    name: stage.name,
    kind: stage.kind,
    count: total(here.map((one) => one.count)),
    amount: money(here.map((one) => one.amount)),
    weighted: money(here.map((one) => one.weighted)),
    rotting: total(here.map((one) => one.rotting)),
  };
}

/** Of the deals that came to a stage, or past it, how many came further: to a later stage, or were won. */
function conversionOf(stages: readonly CountedStage[], furthest: MetricsInput['furthest']) {
  const open = stages.filter((one) => one.kind === 'open');
  const reached = (position: number) =>
    total(furthest.filter((one) => one.won || one.position >= position).map((one) => one.count));
  const won = total(furthest.filter((one) => one.won).map((one) => one.count));
  return open.map((stage, index) => {
    const next = open[index + 1];
    const further = next ? reached(next.position) : won;
    const came = reached(stage.position);
    return { stageId: stage.shownId, stage: stage.name, reached: came, further, rate: share(further, came) };
  });
}

function forecastOf(expected: MetricsInput['expected'], money: (texts: string[]) => string) {
  const groups = Map.groupBy(expected, (one) => one.month);
  return [...groups].map(([month, some]) => ({
    month,
    count: total(some.map((one) => one.count)),
    amount: money(some.map((one) => one.amount)),
    weighted: money(some.map((one) => one.weighted)),
    categories: Object.fromEntries(
      [...Map.groupBy(some, (one) => one.category ?? 'pipeline')].map(([category, ofIt]) => [
        category,
        money(ofIt.map((one) => one.amount)),
      ]),
    ),
  }));
}

export type PipelineMetrics = ReturnType<typeof metricsOf>;
