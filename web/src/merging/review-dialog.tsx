import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFieldMap } from '../data/catalogue.ts';
import { ApiProblem } from '../data/problem.ts';
import { recordOptions } from '../data/records.ts';
import {
  keepApart,
  type MergeDraft,
  mergeContacts,
  type Pair,
  type PreviewRow,
  previewOptions,
} from '../data/setup/merging.ts';
import type { KithRecord } from '../data/types.ts';
import { FieldValue } from '../records/field/field-value.tsx';
import { mergingTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { say, sayFailed } from '../ui/overlay/toast.tsx';
import { Segments } from '../ui/segments.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { takeBackNow } from './take-back.ts';

/** Two contacts side by side: which stays, and whose values. */
export function ReviewDialog({ pair, onClose }: { pair: Pair; onClose: () => void }) {
  const { first, second } = pair;
  const [draft, setDraft] = useState<MergeDraft>({ winnerId: first.id, ids: [first.id, second.id], fields: {} });
  const preview = useQuery(previewOptions(draft));
  const one = useQuery(recordOptions('contact', first.id));
  const other = useQuery(recordOptions('contact', second.id));
  const failed = (error: unknown) => sayFailed(ApiProblem.from(error).detail);
  const apart = useMutation({
    mutationFn: () => keepApart(pair),
    onSuccess: () => {
      say(words.keptApart);
      onClose();
    },
    onError: failed,
  });
  const merge = useMutation({
    mutationFn: () => mergeContacts(draft),
    onSuccess: ({ id, winner }) => {
      say(words.merged(winner.name), { label: words.undo, run: () => void takeBackNow(id) });
      onClose();
    },
    onError: failed,
  });
  const moves = preview.data?.moves.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const people = one.data && other.data ? [one.data, other.data] : undefined;
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={words.reviewTitle}
      description={`${words.reviewText}${moves > 0 ? ` ${words.moves(moves)}` : ''}`}
      actions={
        <>
          <Button busy={apart.isPending} onClick={() => apart.mutate()}>
            {words.apart}
          </Button>
          <Button kind="primary" disabled={!preview.data} busy={merge.isPending} onClick={() => merge.mutate()}>
            {words.merge}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <div className="flex flex-wrap items-center gap-3">
          <span className="text-secondary">{words.stays}</span>
          <Segments
            label={words.staysHint}
            choices={[first, second].map((person) => ({
              name: person.id,
              label: labelOf(person.name, pair, person.id),
            }))}
            chosen={draft.winnerId}
            onChoose={(winnerId) => setDraft({ ...draft, winnerId })}
          />
        </div>
        <ProblemNote error={preview.error ?? one.error ?? other.error} />
        {!(preview.data && people) && !preview.error && <Skeleton className="h-60 w-full" />}
        {preview.data && people && (
          <div className="grid gap-px overflow-hidden rounded-card border border-line bg-line">
            {preview.data.fields.map((row) => (
              <FieldRow
                key={row.field}
                row={row}
                from={draft.fields[row.field] ?? row.from}
                people={people}
                onChoose={(id) => setDraft({ ...draft, fields: { ...draft.fields, [row.field]: id } })}
              />
            ))}
          </div>
        )}
      </div>
    </Dialog>
  );
}

/** Namesakes are told apart by their place in the pair. */
function labelOf(name: string, { first, second }: Pair, id: string): string {
  if (first.name !== second.name) return name;
  return `${name} (${id === first.id ? 1 : 2})`;
}

interface FieldRowProps {
  row: PreviewRow;
  /** The contact whose value survives: shown at once, before the server has worked out what follows from a choice. */
  from: string | null;
  people: KithRecord[];
  onChoose: (id: string) => void;
}

/** What both hold in one field; a click chooses. A list holds what both have. */
function FieldRow({ row, from, people, onChoose }: FieldRowProps) {
  const field = useFieldMap('contact').get(row.field);
  const isList = Array.isArray(row.value);
  return (
    <div role="radiogroup" aria-label={row.label} className="grid grid-cols-2 gap-px bg-line tab:grid-cols-3">
      <span className="col-span-2 bg-surface px-3 py-2 text-secondary tab:col-span-1">
        {row.label}
        {isList && <span className="block text-xs">{words.both}</span>}
      </span>
      {people.map((person) => {
        const chosen = from === person.id;
        const survives = isList || textOf(row, person.id) === textOf(row, from ?? '');
        return (
          <label
            key={person.id}
            className={cx(
              'relative flex min-h-control min-w-0 items-center px-3 py-1',
              'has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:-outline-offset-2',
              survives ? 'bg-accent-soft text-text' : 'bg-surface text-secondary',
              !isList && 'cursor-pointer hover:text-text',
            )}
          >
            {!isList && (
              <input
                type="radio"
                name={row.field}
                aria-label={`${row.label}: ${textOf(row, person.id)}`}
                checked={chosen}
                onChange={() => onChoose(person.id)}
                className="absolute inset-0 appearance-none outline-none"
              />
            )}
            <span className="wrap-anywhere min-w-0" dir="auto">
              {field && !isEmpty(heldBy(row, person.id)) ? (
                <FieldValue field={field} record={person} whole />
              ) : (
                textOf(row, person.id)
              )}
            </span>
          </label>
        );
      })}
    </div>
  );
}

const heldBy = ({ values }: PreviewRow, id: string) => values.find(({ recordId }) => recordId === id)?.value;

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function textOf(row: PreviewRow, id: string): string {
  const value = heldBy(row, id);
  return isEmpty(value) ? words.empty : typeof value === 'string' ? value : JSON.stringify(value);
}
