import type { Context } from '#platform/context';
import { type Field, uniqueKey } from '#platform/fields';
import { customFieldsOf, holdersOf } from '#platform/records';
import type { ChangedDraft, ChunkPlan, NewDraft } from './rules/plan-chunk.ts';
import type { Target } from './targets/contract.ts';

/** A value that another record has of a field in which no two may be equal stays empty, and its row is marked. */
export async function keepUnique(context: Context, { object }: Target, plan: ChunkPlan): Promise<void> {
  const unique = [...(await customFieldsOf(context, object)).values()].filter((field) => field.unique);
  for (const field of unique) {
    const drafts = [...plan.creates, ...plan.changes].filter((draft) => keyOf(field, draft) !== undefined);
    if (drafts.length === 0) continue;
    const values = drafts.map((draft) => draft.values[field.name]);
    const holders = await holdersOf(context, object, field, values);
    const taken = new Set<string>();
    for (const draft of drafts) {
      const key = keyOf(field, draft) ?? '';
      const holder = holders.get(key);
      const free = !taken.has(key) && (holder === undefined || ('id' in draft && draft.id === holder));
      if (free) taken.add(key);
      else leaveOut(field, draft);
    }
  }
}

function keyOf(field: Field, draft: NewDraft | ChangedDraft): string | undefined {
  return uniqueKey(field, draft.values[field.name]);
}

function leaveOut(field: Field, { values, row }: NewDraft | ChangedDraft): void {
  const value = String(values[field.name]);
  delete values[field.name];
  row.issues.push({
    column: field.label,
    value,
    reason: `${field.label} must be unique, and another record has this.`,
  });
}
