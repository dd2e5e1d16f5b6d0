import { type InputMistake, Problem } from '#platform/errors';
import { fold, nearest } from '#platform/text';

type Values = Record<string, unknown>;

/** What is needed of a stage to bring a deal there. */
export interface DealStage {
  id: string;
  pipelineId: string;
  pipelineName: string;
  isDefault: boolean;
  name: string;
  position: number;
  probability: number;
  kind: 'open' | 'won' | 'lost';
  requires: readonly string[];
  forecastCategory: string;
  lossReasons: readonly string[];
  gone: boolean;
}

/** A deal about to be written. */
export interface DealDraft {
  set: Values;
  before: Values | undefined;
  undoing?: boolean;
}

export interface DealCircumstances {
  /** Every stage of the workspace, the default pipeline first. */
  stages: readonly DealStage[];
  now: Date;
  /** The currency of the workspace. */
  currency: string;
  /** The stage is not asked what it needs. */
  unasked: boolean;
  /** The deal goes to another pipeline. */
  moving: boolean;
}

function refuse(path: string, message: string): never {
  throw new Problem('validation_failed', { detail: message, mistakes: [{ path, message }] });
}

/** What a deal always has: null leaves it as it is. */
const neverEmptied = ['pipelineId', 'stageId', 'stage', 'currency', 'probability', 'createdDate', 'forecastCategory'];

/** Completes what is to be written of a deal: its stage and what follows from that. Errors: `validation_failed`, `stage_requires`. */
export function completeDeal(draft: DealDraft, circumstances: DealCircumstances): void {
  const { set, before } = draft;
  for (const name of neverEmptied) if (set[name] === null) delete set[name];
  if (typeof set.name === 'string') {
    set.name = set.name.trim().replace(/\s+/g, ' ');
    if (set.name === '') refuse('name', 'A deal needs a name.');
  }
  for (const name of ['nextStep', 'dealType', 'leadSource', 'lostReason', 'externalId'])
    if (typeof set[name] === 'string') set[name] = (set[name] as string).trim() || null;
  if (before?.amountFromItems && set.amount !== undefined && set.amountFromItems === undefined && !draft.undoing)
    refuse('amount', 'The amount is the sum of the line items. Change those, or let the amount go its own way first.');
  if (!before) {
    set.currency ??= circumstances.currency;
    set.createdDate ??= dayOf(circumstances.now.toISOString());
  }
  const stage = chosenStage(draft, circumstances);
  delete set.stage;
  if (stage) comeTo(stage, draft, circumstances);
  else {
    refuseClosing(draft);
    for (const name of followsStage) delete set[name];
  }
}

/** Without another stage these stay as they are, also when only a part of a change can be taken back. */
const followsStage = ['pipelineId', 'stageId', 'status', 'closedAt'];

const dayOf = (moment: string): string => moment.slice(0, 10);

/** The stage that the deal is to come to; undefined when it stays where it is. */
function chosenStage(draft: DealDraft, { stages, moving }: DealCircumstances): DealStage | undefined {
  const { set, before, undoing } = draft;
  const was = stages.find((one) => one.id === before?.stageId);
  const isRestored = set.deletedAt === null && typeof before?.deletedAt === 'string';
  if (undoing || isRestored) {
    const wanted = stages.find((one) => one.id === (set.stageId ?? before?.stageId));
    return wanted?.gone ? insteadOf(wanted, stages) : wanted === was ? undefined : wanted;
  }
  const asked = set.pipelineId !== undefined || set.stageId !== undefined || set.stage !== undefined;
  if (before && !asked) return undefined;
  const pipelineId = pipelineOf(draft, stages, moving ? undefined : was);
  const inPipeline = stages.filter((one) => one.pipelineId === pipelineId && !one.gone);
  const stage = stageIn(inPipeline, set, moving ? undefined : was);
  return stage.id === was?.id ? undefined : stage;
}

/** A stage that is not there any more: the first of the same kind in its pipeline, or in the default one. */
function insteadOf(gone: DealStage, stages: readonly DealStage[]): DealStage | undefined {
  const there = stages.filter((one) => !one.gone && one.kind === gone.kind);
  return there.find((one) => one.pipelineId === gone.pipelineId) ?? there[0];
}

function pipelineOf({ set, before }: DealDraft, stages: readonly DealStage[], was: DealStage | undefined): string {
  const given = set.pipelineId;
  if (given !== undefined && !stages.some((one) => one.pipelineId === given && !one.gone))
    refuse('pipelineId', 'There is no such pipeline, or it is deleted.');
  const byStage = stages.find((one) => one.id === set.stageId && !one.gone);
  if (set.stageId !== undefined && !byStage) refuse('stageId', 'There is no such stage, or it is gone.');
  if (before && was && byStage && byStage.pipelineId !== was.pipelineId)
    refuse(
      'stageId',
      `'${byStage.name}' is a stage of another pipeline. Move the deal there first: POST /deals/:id/move.`,
    );
  if (before && was && given !== undefined && given !== was.pipelineId)
    refuse('pipelineId', 'A deal changes its pipeline by POST /deals/:id/move, which says where each stage goes.');
  if (given !== undefined && byStage && byStage.pipelineId !== given)
    refuse('stageId', `'${byStage.name}' is not a stage of that pipeline.`);
  const fallback = stages.find((one) => !one.gone)?.pipelineId;
  return String(given ?? byStage?.pipelineId ?? was?.pipelineId ?? fallback);
}

function stageIn(
  stages: readonly DealStage[],
  { stageId, stage: name }: Values,
  was: DealStage | undefined,
): DealStage {
  const byName = typeof name === 'string' ? stageNamed(stages, name) : undefined;
  const byId = stages.find((one) => one.id === stageId);
  if (byName && byId && byName !== byId) refuse('stage', `stageId names '${byId.name}', and stage '${byName.name}'.`);
  const first = was ?? stages.find((one) => one.kind === 'open') ?? stages[0];
  const stage = byId ?? byName ?? first;
  return stage ?? refuse('pipelineId', 'This workspace has no pipeline with a stage. Create one first.');
}

/** A stage by its name; `won` and `lost` name the first stage of that kind. Errors: `validation_failed` with the nearest name. */
export function stageNamed(stages: readonly DealStage[], name: string): DealStage {
  const key = fold(name.trim());
  const found =
    stages.find((one) => fold(one.name) === key) ?? stages.find((one) => one.kind !== 'open' && one.kind === key);
  if (found) return found;
  const names = stages.map((one) => one.name);
  const near = nearest(name, names);
  return refuse(
    'stage',
    `There is no stage '${name.slice(0, 60)}' in this pipeline. ${near ? `Did you mean '${near}'?` : `Its stages are ${names.join(', ')}.`}`,
  );
}

/** Sets what follows from a stage. */
function comeTo(stage: DealStage, draft: DealDraft, circumstances: DealCircumstances): void {
  const { set, before } = draft;
  const { now } = circumstances;
  set.stageId = stage.id;
  set.pipelineId = stage.pipelineId;
  set.stage = stage.name;
  set.status = stage.kind;
  set.stageSince ??= later(now.toISOString(), before?.stageSince);
  if (!draft.undoing || set.probability === undefined) {
    set.probability = stage.kind === 'open' ? (set.probability ?? stage.probability) : stage.kind === 'won' ? 100 : 0;
    set.forecastCategory =
      stage.kind === 'open' ? (set.forecastCategory ?? stage.forecastCategory) : stage.forecastCategory;
  }
  if (stage.kind === 'open') {
    set.closedAt = null;
    if (stage.kind !== before?.status) set.lostReason ??= null;
  } else {
    if (before?.status !== stage.kind || set.closedAt) set.closedAt ??= set.stageSince;
    const day = dayOf(String(set.closedAt ?? before?.closedAt));
    if ((set.closeDate === undefined ? before?.closeDate : set.closeDate) == null) set.closeDate = day;
  }
  if (stage.kind === 'won') set.lostReason = null;
  if (!draft.undoing && !circumstances.unasked) refuseLacking(stage, { ...before, ...set });
}

/** The moment that a clock shows, but never one before another that is known: clocks go back. */
function later(now: string, known: unknown): string {
  return typeof known === 'string' && known > now ? known : now;
}

/** Without a move to another stage what belongs to a closed deal stays. */
function refuseClosing({ set, before, undoing }: DealDraft): void {
  if (undoing || !before || before.status === 'lost') return;
  if (typeof set.lostReason === 'string')
    refuse('lostReason', 'Only a lost deal has a reason for that. Move it to a lost stage, with the reason.');
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Refuses a stage whose requirements are not met, with one mistake for each field. */
function refuseLacking(stage: DealStage, values: Values): void {
  const needed = new Set([...stage.requires, ...(stage.kind === 'lost' ? ['lostReason'] : [])]);
  const mistakes: InputMistake[] = [...needed]
    .filter((name) => isEmpty(values[name]))
    .map((name) => ({ path: name, message: `is needed to come to '${stage.name}'` }));
  if (mistakes.length > 0) {
    throw new Problem('stage_requires', {
      detail: `To come to '${stage.name}' the deal needs ${mistakes.map((one) => one.path).join(', ')}.`,
      mistakes,
    });
  }
  const reason = values.lostReason;
  if (stage.kind !== 'lost' || stage.lossReasons.length === 0 || stage.lossReasons.includes(String(reason))) return;
  throw new Problem('stage_requires', {
    detail: `'${String(reason).slice(0, 80)}' is not a reason of this pipeline. They are ${stage.lossReasons.join(', ')}.`,
    mistakes: [{ path: 'lostReason', message: `must be one of ${stage.lossReasons.join(', ')}` }],
  });
}

/** The day whose rate values a deal: that of its close, expected or not, or else the one on which it began. */
export function valueDay(values: Values): string {
  if (typeof values.closedAt === 'string') return dayOf(values.closedAt);
  return String(values.closeDate ?? values.createdDate);
}
