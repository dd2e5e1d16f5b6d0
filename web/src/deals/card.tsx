import { Link } from '@tanstack/react-router';
import { ArrowRight, Hourglass, MoveHorizontal, Workflow } from 'lucide-react';
import type { PointerEvent } from 'react';
import type { DealCard } from '../data/deals.ts';
import type { Stage } from '../data/pipelines.ts';
import { nameOf } from '../data/values.ts';
import { recordLink } from '../kinds/links.ts';
import { touched } from '../shell/live.ts';
import { dealPartsTexts, dealTexts, texts } from '../texts/index.ts';
import { Avatar } from '../ui/avatar.tsx';
import { IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { money } from '../ui/money.ts';
import { Menu } from '../ui/overlay/menu.tsx';
import { timeInStage } from './days.ts';

/** What cards tell the board. */
export interface CardEvents {
  grab: (event: PointerEvent<HTMLElement>, deal: DealCard) => void;
  focus: (deal: DealCard) => void;
  move: (deal: DealCard, stage: Stage) => void;
  /** To another pipeline, where there is one. */
  leave?: ((deal: DealCard) => void) | undefined;
}

interface CardProps {
  deal: DealCard;
  stage: Stage;
  /** Where it can be moved; none for those who may not. */
  stages: readonly Stage[];
  /** Tab comes to this one; the arrow keys to the others. */
  active: boolean;
  /** It was picked up by key, or is being dragged. */
  held: boolean;
  dragged: boolean;
  events: CardEvents;
}

export const cardId = (id: string) => `card-${id}`;

/** A deal on the board: what it is, for whom, how much, whose, what comes next, and how long it has been here. */
export function Card({ deal, stage, stages, active, held, dragged, events }: CardProps) {
  const by = touched.use().get(deal.id);
  return (
    <li
      onPointerDown={(event) => events.grab(event, deal)}
      data-tip={by ? texts.live.by(by) : undefined}
      className={cx(
        'group relative grid touch-manipulation select-none gap-1.5 rounded-card border bg-surface p-3 transition-shadow',
        'has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-accent has-[a:focus-visible]:outline-offset-1',
        held ? 'border-accent shadow-float' : 'border-line hover:border-line-strong',
        dragged && 'opacity-40',
        by && 'shadow-[inset_2px_0_0_var(--color-accent)]',
      )}
    >
      <Link
        {...recordLink('deal', deal.id)}
        id={cardId(deal.id)}
        tabIndex={active ? 0 : -1}
        draggable={false}
        aria-describedby="board-keys"
        onFocus={() => events.focus(deal)}
        className="wrap-anywhere line-clamp-2 pr-6 text-left font-medium outline-none after:absolute after:inset-0"
        dir="auto"
      >
        {nameOf(deal)}
      </Link>
      <CardFacts deal={deal} stage={stage} />
      <div
        hidden={stages.length === 0}
        className="absolute top-1.5 right-1.5 opacity-0 focus-within:opacity-100 group-hover:opacity-100 touch:opacity-100"
      >
        <Menu
          label={dealTexts.moveTo}
          align="end"
          trigger={(props) => (
            <IconButton
              {...props}
              small
              tabIndex={active ? 0 : -1}
              icon={MoveHorizontal}
              label={dealTexts.moveDeal(nameOf(deal))}
              tip={dealTexts.moveTo}
            />
          )}
          groups={[
            stages.map((one) => ({
              label: one.name,
              chosen: one.id === stage.id,
              onSelect: () => events.move(deal, one),
            })),
            [
              events.leave && {
                label: dealPartsTexts.pipeline.move,
                icon: Workflow,
                onSelect: () => events.leave?.(deal),
              },
            ],
          ]}
        />
      </div>
    </li>
  );
}

/** What stands under the name. */
export function CardFacts({ deal, stage }: { deal: DealCard; stage: Stage }) {
  const { days, rotting } = timeInStage(deal.stageSince, stage);
  return (
    <>
      <p className="flex min-w-0 items-center gap-1.5 text-secondary">
        {deal.account ? (
          <span className="truncate" dir="auto">
            {deal.account.name}
          </span>
        ) : (
          <span className="text-warning-text">{dealTexts.noAccount}</span>
        )}
      </p>
      {deal.nextStep && (
        <p className="flex min-w-0 items-center gap-1 text-secondary text-xs">
          <ArrowRight aria-hidden className="size-3.5" />
          <span className="truncate" dir="auto">
            {deal.nextStep}
          </span>
        </p>
      )}
      <p className="flex items-center gap-2">
        <span
          className={cx('tabular grow truncate', deal.amount ? 'font-medium' : 'text-faint')}
          data-tip={deal.amount && deal.baseAmount === null ? dealTexts.noRate : undefined}
        >
          {deal.amount ? money(deal.amount, deal.currency) : dealTexts.noAmount}
        </span>
        {stage.kind === 'open' && (
          <span
            data-tip={rotting ? dealTexts.rotting(days) : dealTexts.inStage(days)}
            className={cx(
              'tabular relative inline-flex items-center gap-1 rounded-full text-xs',
              rotting ? 'bg-warning-soft px-1.5 text-warning-text' : 'text-secondary',
            )}
          >
            {rotting && <Hourglass aria-hidden className="size-3" />}
            <span aria-hidden>{dealTexts.days(days)}</span>
            <span className="only-read">{rotting ? dealTexts.rotting(days) : dealTexts.inStage(days)}</span>
          </span>
        )}
        {deal.owner && (
          <span data-tip={dealTexts.owner(deal.owner.name)} className="relative inline-flex">
            <Avatar name={deal.owner.name} />
            <span className="only-read">{dealTexts.owner(deal.owner.name)}</span>
          </span>
        )}
      </p>
    </>
  );
}
