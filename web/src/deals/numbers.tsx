import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { type Comparison, comparisonOptions, type PipelineNumbers } from '../data/pipeline-numbers.ts';
import type { ListState } from '../records/views/use-list-state.ts';
import { pipelineNumbersTexts as words } from '../texts/index.ts';
import { Chip } from '../ui/chip.tsx';
import { cx } from '../ui/cx.ts';
import { number, percent } from '../ui/format.ts';
import { money, shortMoney } from '../ui/money.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemState } from '../ui/state.tsx';

/** What the pipelines come to, side by side, and the stages of the one that is chosen. */
export function Numbers({ state }: { state: ListState }) {
  const compared = useQuery(comparisonOptions);
  if (compared.error && !compared.data)
    return <ProblemState error={compared.error} onRetry={() => void compared.refetch()} />;
  if (!compared.data) return <Skeleton className="m-4 h-64" />;
  const { data } = compared.data;
  const chosen = data.find((one) => one.pipeline.id === state.pipeline) ?? data[0];
  return (
    <div className="grid min-h-0 content-start gap-8 overflow-auto p-4">
      <SideBySide comparison={compared.data} />
      {chosen && <Stages numbers={chosen} />}
      {chosen && <Reasons numbers={chosen} />}
    </div>
  );
}

interface Measure {
  label: string;
  shown: (one: PipelineNumbers) => ReactNode;
  best?: keyof Comparison['best'];
}

const amount = (value: string, currency: string) => (
  <span data-tip={money(value, currency)}>{shortMoney(value, currency)}</span>
);

const measures: readonly Measure[] = [
  { label: words.open, shown: (one) => number(one.open.count) },
  { label: words.value, shown: (one) => amount(one.open.amount, one.currency) },
  { label: words.weighted, shown: (one) => amount(one.open.weighted, one.currency) },
  { label: words.rotting, shown: (one) => number(one.open.rotting) },
  { label: words.won, shown: (one) => number(one.won.count) },
  { label: words.wonValue, shown: (one) => amount(one.won.amount, one.currency), best: 'wonAmount' },
  { label: words.lost, shown: (one) => number(one.lost.count) },
  {
    label: words.winRate,
    shown: (one) => (one.winRate === null ? words.none : percent(one.winRate)),
    best: 'winRate',
  },
  {
    label: words.cycle,
    shown: (one) => (one.averageCycleHours === null ? words.none : words.days(one.averageCycleHours)),
    best: 'cycle',
  },
];

function SideBySide({ comparison: { data, best } }: { comparison: Comparison }) {
  const several = data.length > 1;
  return (
    <Table title={words.compared} heads={[words.measure, ...data.map((one) => one.pipeline.name)]}>
      {measures.map(({ label, shown, best: by }) => (
        <Row key={label} label={label}>
          {data.map((one) => (
            <Cell key={one.pipeline.id}>
              <span className="inline-flex items-center gap-2">
                {several && by && best[by] === one.pipeline.id && <Chip tone="accent">{words.best}</Chip>}
                {shown(one)}
              </span>
            </Cell>
          ))}
        </Row>
      ))}
    </Table>
  );
}

function Stages({ numbers: { pipeline, currency, stages, conversion } }: { numbers: PipelineNumbers }) {
  return (
    <Table
      title={words.stages(pipeline.name)}
      heads={[words.stage, words.deals, words.value, words.weighted, words.rotting, words.further]}
    >
      {stages.map((stage) => {
        const way = conversion.find((one) => one.stageId === stage.id);
        const open = stage.kind === 'open';
        return (
          <Row key={stage.id} label={stage.name}>
            <Cell>{number(stage.count)}</Cell>
            <Cell>{amount(stage.amount, currency)}</Cell>
            <Cell>{open ? amount(stage.weighted, currency) : words.none}</Cell>
            <Cell>{open ? number(stage.rotting) : words.none}</Cell>
            <Cell>
              {way && way.rate !== null ? (
                <span data-tip={words.furtherTip(way.further, way.reached)}>{percent(way.rate)}</span>
              ) : (
                words.none
              )}
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
}

function Reasons({ numbers: { currency, lost } }: { numbers: PipelineNumbers }) {
  if (lost.reasons.length === 0) return null;
  return (
    <Table title={words.reasons} heads={[words.reasons, words.deals, words.value]}>
      {lost.reasons.map(({ reason, count, amount: value }) => (
        <Row key={reason} label={reason ?? words.noReason}>
          <Cell>{number(count)}</Cell>
          <Cell>{amount(value, currency)}</Cell>
        </Row>
      ))}
    </Table>
  );
}

/** A table of figures under its title: the first column says of what, the others stand right. */
function Table({ title, heads, children }: { title: string; heads: readonly string[]; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="mb-2 font-semibold">
        {title}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be scrolled by key as well */}
      <div role="group" aria-labelledby={id} tabIndex={0} className="overflow-x-auto rounded-card border border-line">
        <table className="w-full">
          <thead className="text-secondary text-xs">
            <tr>
              {heads.map((head, at) => (
                <th
                  key={head}
                  scope="col"
                  className={cx('whitespace-nowrap px-3 py-2 font-medium', at === 0 ? 'text-left' : 'text-right')}
                >
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <tr className="border-line border-t">
      <th scope="row" className="whitespace-nowrap px-3 py-2 text-left font-normal">
        {label}
      </th>
      {children}
    </tr>
  );
}

function Cell({ children }: { children: ReactNode }) {
  return <td className="tabular whitespace-nowrap px-3 py-2 text-right">{children}</td>;
}
