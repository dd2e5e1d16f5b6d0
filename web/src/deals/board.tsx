import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { Suspense, useMemo, useRef, useState } from 'react';
import { type Board as BoardData, boardOptions, type DealCard, moreOfColumn } from '../data/deals.ts';
import { useMay } from '../data/permissions.ts';
import { pipelinesOptions } from '../data/pipelines.ts';
import { kindOf } from '../kinds/index.ts';
import type { ListState } from '../records/views/use-list-state.ts';
import { dealTexts, texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { lazily } from '../ui/lazily.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { PageState, ProblemState } from '../ui/state.tsx';
import { type CardEvents, CardFacts } from './card.tsx';
import { Column } from './column.tsx';
import { moved } from './moved.ts';
import { StageTabs } from './stage-tabs.tsx';
import { type Drag, useDrag } from './use-drag.ts';
import { useHeld } from './use-held.ts';
import { useMove } from './use-move.ts';

const PipelineDialog = lazily(() => import('./pipeline-dialog.tsx').then((module) => module.PipelineDialog));
const StageDialog = lazily(() => import('./stage-dialog.tsx').then((module) => module.StageDialog));

/** The deals of a pipeline by stage, moved by mouse, finger or keyboard. */
export function Board({ state }: { state: ListState }) {
  const { list, pipeline } = state;
  const query = useMemo(
    () => ({ pipelineId: pipeline, q: list.q, filter: list.filter }),
    [pipeline, list.q, list.filter],
  );
  const board = useQuery(boardOptions(query));
  if (board.error && !board.data) return <ProblemState error={board.error} onRetry={() => void board.refetch()} />;
  if (!board.data) return <Waiting />;
  if (board.data.columns.every((column) => column.count === 0) && !state.pipeline)
    return <Empty state={state} found={!list.q && !list.filter} />;
  return <Columns board={board.data} onMore={(stageId) => moreOfColumn(query, stageId)} />;
}

interface ColumnsProps {
  board: BoardData;
  /** Asks for the next cards of a column. */
  onMore: (stageId: string) => Promise<void>;
}

function Columns({ board, onMore }: ColumnsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const stages = useMemo(() => board.columns.map((column) => column.stage), [board]);
  const pipelines = useQuery(pipelinesOptions).data;
  const { move, asks, leave } = useMove();
  const mayMove = useMay('deals:write');
  const [chosen, setChosen] = useState<string>();
  const [leaving, setLeaving] = useState<DealCard>();
  const several = (pipelines?.length ?? 0) > 1;
  const drop = (deal: DealCard, stageId: string) => {
    const stage = stages.find((one) => one.id === stageId);
    if (stage) void move(deal, stage);
  };
  const { drag, over, ghost, grab } = useDrag({ scroller, onDrop: drop });
  const first = board.columns.find((column) => column.deals.length > 0)?.deals[0]?.id;
  const active = board.columns.some((column) => column.deals.some((deal) => deal.id === chosen)) ? chosen : first;
  const { held, onKeyDown, onPointerDown } = useHeld({
    board,
    active,
    onActive: setChosen,
    onDrop: (deal, stage) => void move(deal, stage),
  });
  const shown = held ? moved(board, held.deal.id, held.stageId) : board;
  const events = useMemo<CardEvents>(
    () => ({
      grab: (event, deal) => mayMove && grab(event, deal),
      focus: (deal) => setChosen(deal.id),
      move: (deal, stage) => void (stage.id !== deal.stageId && move(deal, stage)),
      leave: several ? setLeaving : undefined,
    }),
    [grab, move, mayMove, several],
  );
  return (
    <>
      <StageTabs columns={shown.columns} scroller={scroller} />
      <p id="board-keys" className="only-read">
        {dealTexts.keys}
      </p>
      <div
        ref={scroller}
        role="group"
        aria-label={dealTexts.board}
        onKeyDown={mayMove ? onKeyDown : undefined}
        onPointerDown={onPointerDown}
        className="flex min-h-0 grow snap-x snap-mandatory gap-3 overflow-x-auto overscroll-x-contain p-3 tab:snap-none"
      >
        {shown.columns.map((column) => (
          <Column
            key={column.stage.id}
            column={column}
            stages={stages}
            currency={board.currency}
            mayMove={mayMove}
            active={active}
            held={held?.deal.id}
            dragged={drag?.deal.id}
            over={over === column.stage.id}
            events={events}
            onMore={onMore}
          />
        ))}
      </div>
      {drag && <Ghost drag={drag} board={board} ghost={ghost} />}
      <Suspense>
        {leaving && <PipelineDialog deal={leaving} onClose={() => setLeaving(undefined)} />}
        {asks && (
          <StageDialog
            asks={asks}
            lossReasons={pipelines?.find((one) => one.id === board.pipeline.id)?.lossReasons ?? []}
            onMove={(values) => move(asks.deal, asks.stage, values)}
            onClose={leave}
          />
        )}
      </Suspense>
    </>
  );
}

interface GhostProps {
  drag: Drag;
  board: BoardData;
  ghost: React.RefObject<HTMLDivElement | null>;
}

/** The card in the hand. */
function Ghost({ drag: { deal, grip, widthPx, at }, board, ghost }: GhostProps) {
  const stage = board.columns.find((column) => column.stage.id === deal.stageId)?.stage;
  return (
    <div
      ref={ghost}
      aria-hidden
      style={{ transform: `translate(${at.x}px, ${at.y}px)` }}
      className="pointer-events-none fixed top-0 left-0 z-30"
    >
      <div
        style={{ inlineSize: widthPx, marginInlineStart: -grip.x, marginBlockStart: -grip.y }}
        className="grid rotate-1 gap-1.5 rounded-card border border-accent bg-raised p-3 shadow-float"
      >
        <p className="line-clamp-2 font-medium">{deal.name}</p>
        {stage && <CardFacts deal={deal} stage={stage} />}
      </div>
    </div>
  );
}

function Waiting() {
  return (
    <div aria-busy="true" className="flex min-h-0 grow gap-3 overflow-hidden p-3">
      {[5, 4, 3, 2].map((cards) => (
        <div key={cards} className="grid w-full shrink-0 content-start gap-2 rounded-card bg-bg p-3 tab:w-column">
          <Skeleton className="h-4 w-1/2" />
          {Array.from({ length: cards }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: cards without content
            <Skeleton key={at} className="h-24 w-full rounded-card" />
          ))}
        </div>
      ))}
    </div>
  );
}

/** No deals at all, or none that are asked for. */
function Empty({ state, found }: { state: ListState; found: boolean }) {
  const { words, drawing } = kindOf('deal');
  const mayWrite = useMay('deals:write');
  if (!found) {
    return (
      <PageState
        drawing="search"
        title={texts.table.noResults(words)}
        text={texts.table.noResultsText}
        action={
          <Button onClick={() => state.change({ q: undefined, filter: state.view?.filter ? null : undefined })}>
            {texts.filter.clear}
          </Button>
        }
      />
    );
  }
  return (
    <PageState
      drawing={drawing}
      title={words.none}
      text={words.noneText}
      action={
        mayWrite && (
          <Button kind="primary" icon={Plus} onClick={() => state.change({ create: true })}>
            {words.create}
          </Button>
        )
      }
    />
  );
}
