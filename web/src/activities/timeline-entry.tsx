import { ArrowRight, Pencil, Plus, Undo2 } from 'lucide-react';
import { Suspense } from 'react';
import { type ObjectName, useFieldMap } from '../data/catalogue.ts';
import { undo } from '../data/changes.ts';
import type { ActivityItem, ChangeItem, CreatedItem, FieldChange, TimelineItem } from '../data/types.ts';
import { sourceWords } from '../records/history/source-words.ts';
import { recordTexts, texts } from '../texts/index.ts';
import { Chip } from '../ui/chip.tsx';
import { lazily } from '../ui/lazily.ts';
import { Time } from '../ui/time.tsx';
import { ChangedValue } from './changed-value.tsx';
import { iconOf, kindName } from './kinds.ts';

const Deed = lazily(() => import('./deed.tsx').then((module) => module.Deed));

interface EntryProps<Item> {
  object: ObjectName;
  item: Item;
}

export function TimelineEntry({ object, item }: EntryProps<TimelineItem>) {
  return (
    <li className="group relative flex gap-3 py-2">
      {item.kind === 'activity' && <Activity item={item} />}
      {item.kind === 'change' && <Change object={object} item={item} />}
      {item.kind === 'created' && <Created item={item} />}
      {(item.kind === 'task' || item.kind === 'communication') && (
        <Suspense fallback={<span className={timelineMark} />}>
          <Deed item={item} />
        </Suspense>
      )}
    </li>
  );
}

/** The round mark on the line, before each entry. */
export const timelineMark =
  'relative grid size-6 shrink-0 place-items-center rounded-full border border-line bg-surface text-secondary';

function Activity({ item }: { item: ActivityItem }) {
  const Icon = iconOf(item.type);
  return (
    <>
      <span className={timelineMark}>
        <Icon aria-hidden className="size-3.5" />
      </span>
      <div className="min-w-0 grow">
        <p className="flex min-h-6 flex-wrap items-center gap-x-2">
          <span className="font-medium" dir="auto">
            {item.subject || kindName(item.type)}
          </span>
          <span className="text-secondary">
            {[
              kindName(item.type),
              item.durationMinutes ? recordTexts.activities.minutes(item.durationMinutes) : '',
              item.actor?.name,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <Time at={item.at} className="ml-auto text-secondary text-xs" />
        </p>
        {item.description && item.description !== item.subject && (
          <p
            className="mt-1 whitespace-pre-wrap text-pretty rounded-card border border-line bg-bg px-3 py-2"
            dir="auto"
          >
            {item.description}
          </p>
        )}
      </div>
    </>
  );
}

function Change({ object, item }: EntryProps<ChangeItem>) {
  const fields = useFieldMap(object);
  const changes = item.changes ?? [];
  const line = (change: FieldChange) => (
    <>
      <span>{fields.get(change.field)?.label ?? change.label ?? change.field}</span>
      <span className="min-w-0 max-w-1/2 truncate text-secondary line-through decoration-line-strong">
        <ChangedValue field={fields.get(change.field)} value={change.before} />
      </span>
      <ArrowRight aria-label={recordTexts.history.to} className="size-3.5 self-center text-faint" />
      <span className="min-w-0 max-w-full truncate">
        <ChangedValue field={fields.get(change.field)} value={change.after} />
      </span>
    </>
  );
  return (
    <>
      <span className={timelineMark}>
        <Pencil aria-hidden className="size-3.5" />
      </span>
      <div className="min-w-0 grow">
        <p className="flex min-h-6 items-center gap-x-2">
          <span className="truncate text-secondary">
            <span className="font-medium text-text">{item.actor?.name ?? texts.values.system}</span>{' '}
            {recordTexts.history.changed(changes.length)}
          </span>
          {item.undoneBy ? (
            <span className="ml-auto">
              <Chip>{recordTexts.history.undone}</Chip>
            </span>
          ) : (
            <button
              type="button"
              onClick={() => void undo(item.changeSetId)}
              className="hit-area ml-auto inline-flex h-6 items-center gap-1 rounded-mark px-1.5 text-secondary text-xs opacity-0 hover:text-text focus-visible:opacity-100 group-hover:opacity-100 touch:opacity-100"
            >
              <Undo2 aria-hidden className="size-3.5" />
              {texts.undo.action}
            </button>
          )}
          <Time at={item.at} className="whitespace-nowrap text-secondary text-xs" />
        </p>
        {item.erased && <p className="text-secondary">{recordTexts.history.erased}</p>}
        <ul>
          {changes.map((change) => (
            <li key={change.field} className="flex min-w-0 gap-2">
              {line(change)}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function Created({ item }: { item: CreatedItem }) {
  return (
    <>
      <span className={timelineMark}>
        <Plus aria-hidden className="size-3.5" />
      </span>
      <p className="flex min-h-6 min-w-0 grow items-center gap-x-2">
        <span className="truncate text-secondary">
          {recordTexts.history.created(sourceWords(item.source) ?? item.actor?.name ?? texts.values.system)}
        </span>
        <Time at={item.at} className="ml-auto whitespace-nowrap text-secondary text-xs" />
      </p>
    </>
  );
}
