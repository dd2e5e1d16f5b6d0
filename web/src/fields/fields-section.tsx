import { useQuery } from '@tanstack/react-query';
import { ChevronRight, Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { catalogueOptions, type Field, type ObjectName } from '../data/catalogue.ts';
import { kindOf, kinds } from '../kinds/index.ts';
import { SettingsSection } from '../settings/section.tsx';
import { fieldsTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { lazily } from '../ui/lazily.ts';
import { Segments } from '../ui/segments.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { PageState, ProblemState } from '../ui/state.tsx';
import { FieldRow } from './field-row.tsx';

const FieldDialog = lazily(() => import('./field-dialog.tsx').then((module) => module.FieldDialog));
const DeleteDialog = lazily(() => import('./delete-dialog.tsx').then((module) => module.DeleteDialog));

/** The fields of each kind of record: the workspace's own, and those that Kith brings along. */
export function FieldsSection() {
  const [object, setObject] = useState<ObjectName>('contact');
  const [creating, setCreating] = useState(false);
  return (
    <SettingsSection
      title={words.title}
      text={words.text}
      action={
        <Button kind="primary" icon={Plus} onClick={() => setCreating(true)}>
          {words.create}
        </Button>
      }
    >
      <div className="-m-1 overflow-x-auto whitespace-nowrap p-1">
        <Segments
          label={words.kind}
          choices={kinds.map(({ name, words: { many } }) => ({ name, label: many }))}
          chosen={object}
          onChoose={setObject}
        />
      </div>
      <FieldList key={object} object={object} />
      <Suspense>{creating && <FieldDialog object={object} onClose={() => setCreating(false)} />}</Suspense>
    </SettingsSection>
  );
}

function FieldList({ object }: { object: ObjectName }) {
  const { data: fields, error, refetch } = useQuery(catalogueOptions(object));
  const [deleting, setDeleting] = useState<Field>();
  if (error && !fields) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!fields) return <Skeleton className="h-60 w-full" />;
  const own = fields.filter((field) => field.custom);
  const kind = kindOf(object).words.many;
  return (
    <>
      {own.length === 0 ? (
        <PageState drawing="file" title={words.none} text={words.noneText(kind)} />
      ) : (
        <ul aria-label={words.own} className="rounded-card border border-line">
          {own.map((field) => (
            <FieldRow key={field.name} field={field} onDelete={() => setDeleting(field)} />
          ))}
        </ul>
      )}
      <BuiltIn fields={fields.filter((field) => !field.custom)} />
      <Suspense>
        {deleting && <DeleteDialog object={object} field={deleting} onClose={() => setDeleting(undefined)} />}
      </Suspense>
    </>
  );
}

function BuiltIn({ fields }: { fields: Field[] }) {
  return (
    <details className="group">
      <summary className="flex h-control list-none items-center gap-2 rounded-control text-secondary hover:text-text">
        <ChevronRight aria-hidden className="transition-transform group-open:rotate-90" />
        {words.builtIn(fields.length)}
      </summary>
      <ul className="mt-2 rounded-card border border-line">
        {fields.map((field) => (
          <FieldRow key={field.name} field={field} />
        ))}
      </ul>
    </details>
  );
}
