import { useQuery } from '@tanstack/react-query';
import { Plus, Undo2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { type CustomObject, objectsOptions } from '../data/objects.ts';
import { restoreObject } from '../data/setup/objects.ts';
import { SettingsSection } from '../settings/section.tsx';
import { objectsTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { lazily } from '../ui/lazily.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { PageState, ProblemState } from '../ui/state.tsx';
import { ObjectRow } from './object-row.tsx';

const ObjectDialog = lazily(() => import('./object-dialog.tsx').then((module) => module.ObjectDialog));

/** The kinds of record that the workspace has made, each with its fields. */
export function ObjectsSection() {
  const { data, error, refetch } = useQuery(objectsOptions);
  const [editing, setEditing] = useState<CustomObject | 'new'>();
  if (error && !data) return <ProblemState error={error} onRetry={() => void refetch()} />;
  return (
    <SettingsSection
      title={words.title}
      text={words.text}
      action={
        <Button kind="primary" icon={Plus} onClick={() => setEditing('new')}>
          {words.create}
        </Button>
      }
    >
      {!data && <Skeleton className="h-40 w-full" />}
      {data?.data.length === 0 && <PageState drawing="file" title={words.none} text={words.noneText} />}
      {data && data.data.length > 0 && (
        <ul className="divide-y divide-line rounded-card border border-line">
          {data.data.map((object) => (
            <ObjectRow key={object.id} object={object} onEdit={() => setEditing(object)} />
          ))}
        </ul>
      )}
      {data && data.deleted.length > 0 && <Deleted objects={data.deleted} />}
      <Suspense>
        {editing && (
          <ObjectDialog object={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
        )}
      </Suspense>
    </SettingsSection>
  );
}

function Deleted({ objects }: { objects: CustomObject[] }) {
  return (
    <section aria-labelledby="gone-objects" className="grid gap-2 pt-4">
      <h3 id="gone-objects" className="font-semibold">
        {words.gone}
      </h3>
      <ul className="divide-y divide-line rounded-card border border-line">
        {objects.map((object) => (
          <li key={object.id} className="flex items-center gap-3 py-2 pr-2 pl-4">
            <span className="min-w-0 grow truncate">{object.pluralLabel || object.label}</span>
            <Button
              small
              icon={Undo2}
              aria-label={words.restoreOne(object.label)}
              onClick={() => void restoreObject(object.id, words.restored(object.label))}
            >
              {words.restore}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
