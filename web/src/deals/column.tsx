import { useEffect, useId, useRef, useState } from 'react';
import type { BoardColumn } from '../data/deals.ts';
import type { Stage } from '../data/pipelines.ts';
import { ApiProblem } from '../data/problem.ts';
import { dealTexts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { number } from '../ui/format.ts';
import { money, shortMoney } from '../ui/money.ts';
import { sayFailed } from '../ui/overlay/toast.tsx';
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
  onMore: (stageId: string) => Promise<void>;
}

/** A stage: how many deals, how much, and the deals themselves. */
export function Column({
  column,
  stages,
  currency,
  mayMove,
  active,
  held,
  dragged,
  over,
  events,
  onMore,
}: ColumnProps) {
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
          {column.amount !== null && (
            <span data-tip={dealTexts.sum(money(column.amount, currency))}>{shortMoney(column.amount, currency)}</span>
          )}
          {stage.kind === 'open' && column.weighted !== null && (
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
        {column.next && <More key={column.next} count={count - deals.length} onMore={() => onMore(stage.id)} />}
      </ul>
    </section>
  );
}

/** The rest of a column: it comes as one scrolls to it, or by the button. */
function More({ count, onMore }: { count: number; onMore: () => Promise<void> }) {
  const ref = useRef<HTMLLIElement>(null);
  const [busy, setBusy] = useState(false);
  const load = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await onMore();
    } catch (error) {
      sayFailed(ApiProblem.from(error).detail);
    } finally {
      setBusy(false);
    }
  };
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    const seen = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) void latest.current();
    });
    if (ref.current) seen.observe(ref.current);
    return () => seen.disconnect();
  }, []);
  return (
    <li ref={ref} className="grid">
      <Button kind="quiet" busy={busy} onClick={() => void load()}>
        {dealTexts.more(count)}
      </Button>
    </li>
  );
}
