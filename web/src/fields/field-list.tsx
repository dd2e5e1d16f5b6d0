import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { ObjectName } from '../data/catalogue.ts';
import { type Definition, definitionsOptions, orderFields } from '../data/setup/custom-fields.ts';
import { fieldsTexts as words } from '../texts/index.ts';
import { Sortable } from '../ui/forms/sortable.tsx';
import { lazily } from '../ui/lazily.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { PageState, ProblemState } from '../ui/state.tsx';
import { DeletedFields } from './deleted-fields.tsx';
import { FieldRow } from './field-row.tsx';

const FieldDialog = lazily(() => import('./field-dialog.tsx').then((module) => module.FieldDialog));

interface FieldListProps {
  object: ObjectName;
  /** What the records are called, as Contacts. */
  kind: string;
  /** Within a row of a list, where an empty page would be too much. */
  inside?: boolean;
}

/** The fields of one kind of record, to be ordered, edited, deleted and restored. */
export function FieldList({ object, kind, inside }: FieldListProps) {
  const { data: fields, error, refetch } = useQuery(definitionsOptions(object));
  const [editing, setEditing] = useState<Definition>();
  if (error && !fields) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!fields) return <Skeleton className="h-60 w-full" />;
  const own = fields.data.filter((field) => field.custom);
  return (
    <>
      {own.length === 0 && inside && <p className="text-secondary">{words.none}</p>}
      {own.length === 0 && !inside && <PageState drawing="file" title={words.none} text={words.noneText(kind)} />}
      {own.length > 0 && (
        <OwnFields key={own.map((field) => field.name).join()} object={object} fields={own} onEdit={setEditing} />
      )}
      <DeletedFields object={object} fields={fields.deleted ?? []} />
      <BuiltIn fields={fields.data.filter((field) => !field.custom)} />
      <Suspense>
        {editing && <FieldDialog object={object} kind={kind} field={editing} onClose={() => setEditing(undefined)} />}
      </Suspense>
    </>
  );
}

interface OwnFieldsProps {
  object: ObjectName;
  fields: Definition[];
  onEdit: (field: Definition) => void;
}

function OwnFields({ object, fields, onEdit }: OwnFieldsProps) {
  // What was just moved stays where it was put while the server is told.
  const [shown, setShown] = useState(fields);
  const now = shown.map((one) => fields.find((field) => field.name === one.name) ?? one);
  const move = (from: number, to: number) => {
    const next = [...shown];
    next.splice(to, 0, ...next.splice(from, 1));
    setShown(next);
  };
  const settle = () => {
    const names = shown.map((field) => field.name);
    if (names.join() !== fields.map((field) => field.name).join()) void orderFields(object, names);
  };
  return (
    <Sortable
      label={words.own}
      items={now}
      keyOf={(field) => field.name}
      nameOf={(field) => field.label}
      onMove={move}
      onSettle={settle}
      className="divide-y divide-line rounded-card border border-line"
    >
      {(field, grip) => <FieldRow object={object} field={field} grip={grip} onEdit={() => onEdit(field)} />}
    </Sortable>
  );
}

function BuiltIn({ fields }: { fields: Definition[] }) {
  return (
    <details className="group">
      <summary className="flex h-control list-none items-center gap-2 rounded-control text-secondary hover:text-text">
        <ChevronRight aria-hidden className="transition-transform group-open:rotate-90" />
        {words.builtIn(fields.length)}
      </summary>
      <ul className="mt-2 divide-y divide-line rounded-card border border-line">
        {fields.map((field) => (
          <li key={field.name}>
            <FieldRow object="" field={field} />
          </li>
        ))}
      </ul>
    </details>
  );
}
