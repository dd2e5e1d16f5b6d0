import { type InputMistake, Problem } from '#platform/errors';
import { fold } from '#platform/text';

export type StageKind = 'open' | 'won' | 'lost';
export const stageKinds = ['open', 'won', 'lost'] as const;
export const forecastCategories = ['pipeline', 'best_case', 'commit', 'closed', 'omitted'] as const;

/** A step of a pipeline, as it is kept and as the API shows it. */
export interface Stage {
  /** `sg_…` */
  id: string;
  name: string;
  /** From 1. */
  order: number;
  /** How likely a deal here is won, 0 to 100. */
  probability: number;
  color: string;
  kind: StageKind;
  /** After so many days without a move a deal here has been left lying; null never. */
  rottingDays: number | null;
  /** Fields of a deal that must be filled to come here. */
  requires: string[];
  forecastCategory: string;
}

/** What somebody says of a stage; a known one has its id. */
export interface StageDraft {
  id?: string | undefined;
  name: string;
  probability?: number | undefined;
  color?: string | undefined;
  kind?: StageKind | undefined;
  rottingDays?: number | null | undefined;
  requires?: string[] | undefined;
  forecastCategory?: string | undefined;
}

const colors = ['slate', 'blue', 'violet', 'amber', 'teal', 'pink', 'orange', 'cyan'];

/** A list of stages as it is kept: what is not said follows from the kind and the place. Errors: `validation_failed` with every mistake. */
export function completeStages(drafts: readonly StageDraft[], before: readonly Stage[], newId: () => string): Stage[] {
  const mistakes = mistakesIn(drafts, before);
  if (mistakes.length > 0)
    throw new Problem('validation_failed', { detail: mistakes.map((one) => one.message).join(' '), mistakes });
  const open = drafts.filter(({ kind = 'open' }) => kind === 'open').length;
  let seen = 0;
  return drafts.map((draft, index) => {
    const known = before.find((one) => one.id === draft.id);
    const kind = draft.kind ?? known?.kind ?? 'open';
    if (kind === 'open') seen += 1;
    const probability = probabilityOf(kind, draft.probability ?? known?.probability, seen / (open + 1));
    return {
      id: known?.id ?? newId(),
      name: draft.name.trim(),
      order: index + 1,
      probability,
      color: draft.color ?? known?.color ?? colorOf(kind, seen),
      kind,
      rottingDays:
        kind === 'open'
          ? (draft.rottingDays ?? (draft.rottingDays === null ? null : (known?.rottingDays ?? null)))
          : null,
      requires: [...new Set(draft.requires ?? known?.requires ?? [])],
      forecastCategory: categoryOf(kind, draft.forecastCategory ?? known?.forecastCategory, probability),
    };
  });
}

function probabilityOf(kind: StageKind, given: number | undefined, share: number): number {
  if (kind !== 'open') return kind === 'won' ? 100 : 0;
  return given ?? Math.round(share * 100);
}

function colorOf(kind: StageKind, place: number): string {
  if (kind !== 'open') return kind === 'won' ? 'green' : 'red';
  return colors[(place - 1) % colors.length] ?? 'slate';
}

function categoryOf(kind: StageKind, given: string | undefined, probability: number): string {
  if (kind !== 'open') return kind === 'won' ? 'closed' : 'omitted';
  if (given && given !== 'closed' && given !== 'omitted') return given;
  return probability >= 75 ? 'commit' : probability >= 50 ? 'best_case' : 'pipeline';
}

function mistakesIn(drafts: readonly StageDraft[], before: readonly Stage[]): InputMistake[] {
  const mistakes: InputMistake[] = [];
  const names = new Set<string>();
  const ids = new Set<string>();
  for (const [index, { id, name }] of drafts.entries()) {
    const path = `stages.${index}`;
    const key = fold(name.trim());
    if (key === '') mistakes.push({ path: `${path}.name`, message: 'A stage needs a name.' });
    if (names.has(key)) mistakes.push({ path: `${path}.name`, message: `Two stages are called '${name.trim()}'.` });
    names.add(key);
    if (id === undefined) continue;
    if (ids.has(id) || !before.some((one) => one.id === id))
      mistakes.push({ path: `${path}.id`, message: `${id} is not a stage of this pipeline, or stands there twice.` });
    ids.add(id);
  }
  for (const kind of stageKinds) {
    const known = (draft: StageDraft) => draft.kind ?? before.find((one) => one.id === draft.id)?.kind ?? 'open';
    if (!drafts.some((draft) => known(draft) === kind))
      mistakes.push({ path: 'stages', message: `A pipeline needs a stage of the kind '${kind}'.` });
  }
  return mistakes;
}

/** The stages that a new pipeline begins with when none are given. */
export const shippedStages: readonly StageDraft[] = [
  { name: 'Qualification', probability: 10, rottingDays: 30 },
  { name: 'Discovery', probability: 25, rottingDays: 30 },
  { name: 'Proposal', probability: 50, rottingDays: 21 },
  { name: 'Negotiation', probability: 75, rottingDays: 14 },
  { name: 'Closed Won', kind: 'won' },
  { name: 'Closed Lost', kind: 'lost' },
];

export const shippedLossReasons: readonly string[] = [
  'Price',
  'Competitor',
  'No budget',
  'No decision',
  'Timing',
  'Missing feature',
  'Other',
];
