import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { Suspense, useId, useState } from 'react';
import type { ObjectName } from '../../data/catalogue.ts';
import { useMay } from '../../data/permissions.ts';
import { pageOptions } from '../../data/records.ts';
import type { KithRecord } from '../../data/types.ts';
import { kindOf, permission } from '../../kinds/index.ts';
import { listLink, useOpenRecord } from '../../kinds/links.ts';
import { recordTexts } from '../../texts/index.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { lazily } from '../../ui/lazily.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ProblemNote } from '../../ui/state.tsx';
import { RecordLine } from './record-line.tsx';

const CreateDialog = lazily(() => import('../list/create-dialog.tsx').then((module) => module.CreateDialog));
const usualMost = 12;

interface RelatedCardProps {
  object: ObjectName;
  title: string;
  /** Said when there are none; without it the card is left out then. */
  none?: string;
  filter: Record<string, unknown>;
  sort: string;
  /** What a new one made here starts with. */
  given?: Record<string, unknown>;
  line?: (record: KithRecord) => string;
  most?: number;
}

/** Records of one kind that belong to the record of the page. */
export function RelatedCard({ object, title, none, filter, sort, given, line, most = usualMost }: RelatedCardProps) {
  const id = useId();
  const kind = kindOf(object);
  const navigate = useNavigate();
  const may = useMay(permission(kind, 'read'));
  const found = useQuery({ ...pageOptions({ object, filter, sort }, undefined, most), enabled: may });
  const list = found.data?.data ?? [];
  if (!may || (none === undefined && list.length === 0)) return null;
  return (
    <section aria-labelledby={id} className="border-line border-b px-4 py-4 last:border-0">
      <div className="flex min-h-control-small items-center justify-between">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {given && <CreateButton object={object} given={given} />}
      </div>
      <ProblemNote error={found.error} />
      {found.isPending && <Skeleton className="mt-3 h-20 w-full" />}
      {found.data && list.length === 0 && <p className="mt-1 text-secondary">{none}</p>}
      <ul className="-mx-2 mt-1">
        {list.map((record) => (
          <li key={record.id}>
            <RecordLine object={object} record={record} line={line?.(record)} />
          </li>
        ))}
      </ul>
      {found.data?.page.next && (
        <Button
          small
          kind="quiet"
          className="-ml-2"
          onClick={() => void navigate({ ...listLink(object), search: { filter: { and: [filter] } } })}
        >
          {recordTexts.record.all}
        </Button>
      )}
    </section>
  );
}

function CreateButton({ object, given }: { object: ObjectName; given: Record<string, unknown> }) {
  const kind = kindOf(object);
  const open = useOpenRecord();
  const may = useMay(permission(kind, 'write'));
  const [creating, setCreating] = useState(false);
  if (!may) return null;
  return (
    <>
      <IconButton small icon={Plus} label={kind.words.create} onClick={() => setCreating(true)} className="-mr-1.5" />
      <Suspense>
        {creating && (
          <CreateDialog
            object={object}
            given={given}
            onClose={() => setCreating(false)}
            onCreated={(record) => open(object, record.id)}
          />
        )}
      </Suspense>
    </>
  );
}
