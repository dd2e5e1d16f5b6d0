import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowRight, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { ChangedValue } from '../activities/changed-value.tsx';
import { useFieldMap } from '../data/catalogue.ts';
import { undo } from '../data/changes.ts';
import { useMay } from '../data/permissions.ts';
import { type ChangeSet, type UndoneRecord, undoPreviewOptions } from '../data/setup/changes.ts';
import { findKind } from '../kinds/index.ts';
import { recordLink } from '../kinds/links.ts';
import { changesTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemNote } from '../ui/state.tsx';

/** Records that are shown; the count says how many there are. */
const shownMost = 20;

/** What taking a change set back would do, record by record, and the button that does it. */
export function UndoPreview({ set }: { set: ChangeSet }) {
  const mayUndo = useMay('changes:undo');
  const [busy, setBusy] = useState(false);
  const { data: preview, error } = useQuery(undoPreviewOptions(set.id));
  if (error) return <ProblemNote error={error} />;
  if (!preview) return <Skeleton className="h-16 w-full" />;
  const { records, kept, hidden, more } = preview;
  const take = async () => {
    setBusy(true);
    await undo(set.id);
    setBusy(false);
  };
  return (
    <div className="grid gap-3">
      {records.length > 0 ? (
        <>
          <p className="font-medium">{words.would}</p>
          <ul className="grid gap-1.5">
            {records.slice(0, shownMost).map((record) => (
              <RecordLine key={`${record.object} ${record.id}`} record={record} />
            ))}
          </ul>
        </>
      ) : (
        <p className="text-secondary">{words.nothing}</p>
      )}
      {(records.length > shownMost || more) && (
        <p className="text-secondary">{words.others(records.length - shownMost, more)}</p>
      )}
      {kept.length > 0 && <p className="text-secondary">{words.kept(kept.length)}</p>}
      {hidden > 0 && <p className="text-secondary">{words.hidden(hidden)}</p>}
      {mayUndo && records.length > 0 && (
        <Button small icon={Undo2} busy={busy} onClick={() => void take()} className="justify-self-start">
          {words.undo}
        </Button>
      )}
    </div>
  );
}

function RecordLine({ record }: { record: UndoneRecord }) {
  const { object, id, name, effect, changes } = record;
  const kind = findKind(object);
  const shown = name || id;
  return (
    <li className="grid gap-0.5">
      <span className="flex flex-wrap gap-x-2">
        {kind && effect !== 'restored' ? (
          <Link {...recordLink(kind.name, id)} className="font-medium hover:underline" dir="auto">
            {shown}
          </Link>
        ) : (
          <span className="font-medium" dir="auto">
            {shown}
          </span>
        )}
        <span className="text-secondary">{words.effects[effect]}</span>
      </span>
      {kind ? <Values object={kind.name} changes={changes} /> : <NamesOnly changes={changes} />}
    </li>
  );
}

type Changes = UndoneRecord['changes'];

function Values({ object, changes }: { object: string; changes: Changes }) {
  const fields = useFieldMap(object);
  return changes.map(({ field, label, now, undone }) => (
    <span key={field} className="flex flex-wrap items-baseline gap-x-2 text-secondary">
      <span>{fields.get(field)?.label ?? label}</span>
      <span className="min-w-0 max-w-full truncate line-through decoration-line-strong">
        <ChangedValue field={fields.get(field)} value={now} />
      </span>
      <ArrowRight aria-label={words.becomes} className="size-3.5 self-center text-faint" />
      <span className="min-w-0 max-w-full truncate text-text">
        <ChangedValue field={fields.get(field)} value={undone} />
      </span>
    </span>
  ));
}

/** Of kinds that the app has no pages of, what would change is named. */
function NamesOnly({ changes }: { changes: Changes }) {
  if (changes.length === 0) return null;
  return <span className="text-secondary">{changes.map(({ label }) => label).join(', ')}</span>;
}
