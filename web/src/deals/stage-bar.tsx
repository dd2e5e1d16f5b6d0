import { useQuery } from '@tanstack/react-query';
import { Check, ChevronDown, Hourglass, Workflow } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useMay } from '../data/permissions.ts';
import { pipelinesOptions, type Stage } from '../data/pipelines.ts';
import type { KithRecord } from '../data/types.ts';
import { stageFill } from '../pipelines/stage-color.ts';
import { dealPartsTexts, dealTexts } from '../texts/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { lazily } from '../ui/lazily.ts';
import { useNarrow } from '../ui/media.ts';
import { Menu } from '../ui/overlay/menu.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { timeInStage } from './days.ts';
import { StageMark } from './stage-mark.tsx';
import { useMove } from './use-move.ts';

const StageDialog = lazily(() => import('./stage-dialog.tsx').then((module) => module.StageDialog));

const PipelineDialog = lazily(() => import('./pipeline-dialog.tsx').then((module) => module.PipelineDialog));

/** How far a deal has come, and the way on: each stage is a step to click. */
export function StageBar({ record }: { record: KithRecord }) {
  const pipelines = useQuery(pipelinesOptions);
  const narrow = useNarrow();
  const mayMove = useMay('deals:write') && !record.deletedAt;
  const { move, asks, leave } = useMove();
  const [leaving, setLeaving] = useState(false);
  const pipeline = pipelines.data?.find((one) => one.id === record.pipelineId);
  const stages = pipeline?.stages ?? [];
  const at = stages.findIndex((stage) => stage.id === record.stageId);
  const current = stages[at];
  const choose = (stage: Stage) => {
    if (stage.id !== record.stageId) void move(record, stage);
  };
  if (!pipeline && pipelines.isPending) return <Skeleton className="m-3 h-8" />;
  if (!pipeline) return null;
  return (
    <div className="flex shrink-0 items-center gap-3 border-line border-b px-4 py-2">
      {narrow ? (
        <StageMenu stages={stages} current={current} mayMove={mayMove} onChoose={choose} />
      ) : (
        <ol aria-label={dealTexts.stages} className="flex min-w-0 grow gap-1">
          {stages.map((stage, index) => (
            <Step key={stage.id} stage={stage} index={index} at={at} mayMove={mayMove} onChoose={choose} />
          ))}
        </ol>
      )}
      <TimeHere record={record} stage={current} />
      {mayMove && (pipelines.data?.length ?? 0) > 1 && (
        <IconButton small icon={Workflow} label={dealPartsTexts.pipeline.move} onClick={() => setLeaving(true)} />
      )}
      <Suspense>
        {leaving && <PipelineDialog deal={record} onClose={() => setLeaving(false)} />}
        {asks && (
          <StageDialog
            asks={asks}
            lossReasons={pipeline.lossReasons ?? []}
            onMove={(values) => move(asks.deal, asks.stage, values)}
            onClose={leave}
          />
        )}
      </Suspense>
    </div>
  );
}

interface StepProps {
  stage: Stage;
  index: number;
  /** Where the deal is. */
  at: number;
  mayMove: boolean;
  onChoose: (stage: Stage) => void;
}

function Step({ stage, index, at, mayMove, onChoose }: StepProps) {
  const here = index === at;
  const closed = stage.kind !== 'open';
  const past = index < at && !closed;
  return (
    <li className={cx('min-w-0', closed ? 'shrink-0' : 'grow basis-0')}>
      <button
        type="button"
        disabled={!mayMove}
        aria-current={here ? 'step' : undefined}
        data-tip={here ? stage.name : dealTexts.moveToStage(stage.name)}
        onClick={() => onChoose(stage)}
        className={cx(
          'ring-inside grid w-full gap-1 rounded-control px-2 py-1 text-left transition-colors enabled:hover:bg-hover',
          here ? 'font-semibold' : 'text-secondary',
        )}
      >
        <span className="flex min-w-0 items-center gap-1.5">
          {past && <Check aria-hidden className="size-3.5 text-faint" />}
          {closed && !here && <StageMark color={stage.color} />}
          <span className="truncate">{stage.name}</span>
        </span>
        <span
          aria-hidden
          className={cx('h-1 rounded-full', here ? stageFill(stage.color) : past ? 'bg-line-strong' : 'bg-line')}
        />
      </button>
    </li>
  );
}

interface StageMenuProps {
  stages: readonly Stage[];
  current: Stage | undefined;
  mayMove: boolean;
  onChoose: (stage: Stage) => void;
}

function StageMenu({ stages, current, mayMove, onChoose }: StageMenuProps) {
  return (
    <div className="min-w-0 grow">
      <Menu
        label={dealTexts.moveTo}
        trigger={(props) => (
          <Button {...props} disabled={!mayMove} className="max-w-full">
            {current && <StageMark color={current.color} />}
            <span className="truncate">{current?.name}</span>
            <ChevronDown aria-hidden />
          </Button>
        )}
        groups={[
          stages.map((stage) => ({
            label: stage.name,
            chosen: stage === current,
            onSelect: () => onChoose(stage),
          })),
        ]}
      />
    </div>
  );
}

/** How long it has been in its stage; said plainly when that is too long. */
function TimeHere({ record, stage }: { record: KithRecord; stage: Stage | undefined }) {
  if (stage?.kind !== 'open') return null;
  const { days, rotting } = timeInStage(record.stageSince, stage);
  return (
    <span
      data-tip={rotting ? dealTexts.rotting(days) : dealTexts.inStage(days)}
      className={cx(
        'tabular inline-flex shrink-0 items-center gap-1 rounded-full px-2 py-0.5 text-xs',
        rotting ? 'bg-warning-soft text-warning-text' : 'text-secondary',
      )}
    >
      {rotting && <Hourglass aria-hidden className="size-3" />}
      {dealTexts.days(days)}
    </span>
  );
}
