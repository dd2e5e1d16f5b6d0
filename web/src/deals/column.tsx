import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { BoardColumn } from '../data/deals.ts';
import type { Stage } from '../data/pipelines.ts';
import { listLink } from '../kinds/links.ts';
import { dealTexts } from '../texts/index.ts';
import { cx } from '../ui/cx.ts';
import { number } from '../ui/format.ts';
import { money, shortMoney } from '../ui/money.ts';
import { Card, type CardEvents } from './card.tsx';
import { StageMark } from './stage-mark.tsx';

interface ColumnProps {
  column: BoardColumn;
  stages: readonly Stage[];
  currency: string;
  mayMove: boolean;
  active: string | undefined;
  held: string | undefined;
  dragged: string | undefined;
  /** A card is held above it. */
  over: boolean;
  events: CardEvents;
}

/** A stage: how many deals, how much, and the deals themselves. */
export function Column({ column, stages, currency, mayMove, active, held, dragged, over, events }: ColumnProps) {
  const id = useId();
  const { stage, count, deals } = column;
  return (
    <section
      aria-labelledby={id}
      data-stage={stage.id}
      className={cx(
        'flex w-full shrink-0 snap-center flex-col rounded-card bg-bg transition-colors tab:w-column',
        over && 'bg-accent-soft outline-2 outline-accent-line -outline-offset-2',
      )}
    >
      <header className="grid gap-0.5 px-3 pt-2.5 pb-2">
        <h2 id={id} className="flex min-w-0 items-center gap-2 font-semibold">
          <StageMark color={stage.color} />
          <span className="truncate">{stage.name}</span>
          <span className="tabular font-normal text-secondary">{number(count)}</span>
        </h2>
        <p className="tabular flex gap-2 text-secondary text-xs">
          <span data-tip={dealTexts.sum(money(column.amount, currency))}>{shortMoney(column.amount, currency)}</span>
          {stage.kind === 'open' && (
            <span data-tip={dealTexts.weighted(money(column.weighted, currency))}>
              {dealTexts.likely(shortMoney(column.weighted, currency))}
            </span>
          )}
        </p>
      </header>
      <ul className="grid min-h-0 grow content-start gap-2 overflow-y-auto overscroll-y-contain px-2 pt-0.5 pb-2">
        {deals.map((deal) => (
          <Card
            key={deal.id}
            deal={deal}
            stage={stage}
            stages={mayMove ? stages : []}
            active={deal.id === active}
            held={deal.id === held}
            dragged={deal.id === dragged}
            events={events}
          />
        ))}
        {deals.length === 0 && (
          <li className="rounded-card border border-line border-dashed px-3 py-6 text-center text-secondary">
            {dealTexts.nobodyHere}
          </li>
        )}
        {count > deals.length && deals.length > 0 && (
          <li>
            <Link
              {...listLink('deal')}
              search={{ look: 'table', filter: { and: [{ stage: { eq: stage.name } }] } }}
              className="flex h-control items-center justify-center rounded-control text-secondary hover:bg-hover hover:text-text"
            >
              {dealTexts.more(count - deals.length)}
            </Link>
          </li>
        )}
      </ul>
    </section>
  );
}
