import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ForecastState, forecastOptions } from '../data/forecasts.ts';
import type { Named } from '../data/types.ts';
import { pipelineNumbersTexts as texts } from '../texts/index.ts';
import { exactDay } from '../ui/format.ts';
import { Select } from '../ui/input.tsx';
import { ProblemState } from '../ui/state.tsx';
import { amount, Cell, Row, Table } from './figures.tsx';

const words = texts.forecast;
const monthsAhead = 6;
const mostShown = 14;

const monthOfYear = new Intl.DateTimeFormat(navigator.language, { month: 'long', year: 'numeric' });
/** "December 2026" of `2026-12`. */
const monthName = (month: string) => monthOfYear.format(new Date(`${month}-01T00:00`));

/** The present month and those that follow, as `2026-12`. */
function comingMonths(now = new Date()): string[] {
  return Array.from({ length: monthsAhead }, (_, ahead) =>
    new Date(Date.UTC(now.getFullYear(), now.getMonth() + ahead)).toISOString().slice(0, 7),
  );
}

/** How what is expected of a month came to be: as it stands, and as it stood on the days on which it moved. */
export function ForecastMoves({ pipeline }: { pipeline: Named }) {
  const months = comingMonths();
  const [month = '', choose] = useState(months[0]);
  const { data, error, refetch } = useQuery({
    ...forecastOptions(pipeline.id, month),
    placeholderData: (kept) => kept,
  });
  if (error && !data) return <ProblemState error={error} onRetry={() => void refetch()} />;
  const days = (data?.data ?? []).filter(({ moved }) => Number(moved ?? 1) !== 0).slice(0, mostShown);
  const tool = (
    <Select aria-label={words.month} value={month} onChange={(event) => choose(event.target.value)} className="w-auto">
      {months.map((one) => (
        <option key={one} value={one}>
          {monthName(one)}
        </option>
      ))}
    </Select>
  );
  const heads = [words.day, words.expected, words.moved, words.closed, words.commit, words.bestCase, words.pipeline];
  return (
    <div className="grid gap-2">
      <Table title={words.title(pipeline.name)} tool={tool} heads={heads}>
        {data?.now && <State label={words.now} state={data.now} />}
        {days.map((state) => (
          <State key={state.day} label={exactDay(state.day)} state={state} />
        ))}
      </Table>
      {data?.data.length === 0 && <p className="text-secondary">{words.unmoved}</p>}
    </div>
  );
}

function State({ label, state }: { label: string; state: ForecastState }) {
  const { currency, moved } = state;
  return (
    <Row label={label}>
      <Cell>{amount(state.expected, currency)}</Cell>
      <Cell>{moved === null || Number(moved) === 0 ? texts.none : signed(moved, currency)}</Cell>
      <Cell>{amount(state.closed, currency)}</Cell>
      <Cell>{amount(state.commit, currency)}</Cell>
      <Cell>{amount(state.bestCase, currency)}</Cell>
      <Cell>{amount(state.pipeline, currency)}</Cell>
    </Row>
  );
}

const signed = (moved: string, currency: string) => (
  <>
    {!moved.startsWith('-') && '+'}
    {amount(moved, currency)}
  </>
);
