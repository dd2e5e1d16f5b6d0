import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Comparison, comparisonOptions, type PipelineNumbers } from '../data/pipeline-numbers.ts';
import type { ListState } from '../records/views/use-list-state.ts';
import { pipelineNumbersTexts as words } from '../texts/index.ts';
import { Chip } from '../ui/chip.tsx';
import { number, percent } from '../ui/format.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemState } from '../ui/state.tsx';
import { amount, Cell, Row, Table } from './figures.tsx';
import { ForecastMoves } from './forecast-moves.tsx';

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
      {chosen && <ForecastMoves key={chosen.pipeline.id} pipeline={chosen.pipeline} />}
      {chosen && <Reasons numbers={chosen} />}
    </div>
  );
}

interface Measure {
  label: string;
  shown: (one: PipelineNumbers) => ReactNode;
  best?: keyof Comparison['best'];
}

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
