import type { Pipeline, StageDraft } from '../data/setup/pipelines.ts';
import { useKeptDraft } from '../settings/kept-draft.ts';

interface Draft {
  /** The version that it was made from. */
  version: number;
  stages: StageDraft[];
}

let made = 0;

const begun = ({ stages }: Pipeline): StageDraft[] =>
  stages.map(({ order: _order, ...stage }) => ({ ...stage, key: stage.id }));

const plain = (stages: readonly StageDraft[]) => JSON.stringify(stages.map((stage) => ({ ...stage, key: '' })));

/** The stages of a pipeline while they are edited. */
export function useStageDraft(pipeline: Pipeline) {
  const [draft, keep] = useKeptDraft<Draft>(`pipeline ${pipeline.id}`);
  const stages = draft?.stages ?? begun(pipeline);
  const set = (next: StageDraft[]) => keep({ version: draft?.version ?? pipeline.version, stages: next });
  return {
    stages,
    changed: draft !== undefined && plain(draft.stages) !== plain(begun(pipeline)),
    stale: draft !== undefined && draft.version !== pipeline.version,
    version: draft?.version ?? pipeline.version,
    discard: () => keep(undefined),
    change: (key: string, part: Partial<StageDraft>) =>
      set(stages.map((stage) => (stage.key === key ? { ...stage, ...part } : stage))),
    remove: (key: string) => set(stages.filter((stage) => stage.key !== key)),
    move(from: number, to: number) {
      const next = [...stages];
      next.splice(to, 0, ...next.splice(from, 1));
      set(next);
    },
    /** A new one stands before those that end the way. */
    add(name: string) {
      const end = stages.findIndex((stage) => stage.kind !== 'open');
      const at = end < 0 ? stages.length : end;
      const fresh: StageDraft = {
        key: `new ${++made}`,
        name,
        probability: stages[at - 1]?.probability ?? 0,
        color: 'teal',
        kind: 'open',
        rottingDays: null,
        requires: [],
        forecastCategory: stages[at - 1]?.forecastCategory ?? 'pipeline',
      };
      set([...stages.slice(0, at), fresh, ...stages.slice(at)]);
    },
  };
}
