import { useInfiniteQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ObjectName } from '../../data/catalogue.ts';
import { useMayAny } from '../../data/permissions.ts';
import { deletedOptions, restoreRecords } from '../../data/setup/deleted.ts';
import type { KithRecord } from '../../data/types.ts';
import { nameOf } from '../../data/values.ts';
import { kindOf, permission, useKinds } from '../../kinds/index.ts';
import { useOpenRecord } from '../../kinds/links.ts';
import { deletedTexts } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { say, sayFailed } from '../../ui/overlay/toast.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PageState, ProblemState } from '../../ui/state.tsx';
import { SettingsSection } from '../section.tsx';
import { DeletedRow } from './deleted-row.tsx';

/** What was deleted, a kind at a time, and the way back for it. */
export function DeletedSection() {
  const may = useMayAny();
  const shown = useKinds().filter((kind) => may(permission(kind, 'read')));
  const [object, setObject] = useState<ObjectName>(shown[0]?.name ?? 'contact');
  return (
    <SettingsSection title={deletedTexts.title} text={deletedTexts.text}>
      <div className="-m-1 overflow-x-auto whitespace-nowrap p-1">
        <Segments
          label={deletedTexts.kind}
          choices={shown.map(({ name, words }) => ({ name, label: words.many }))}
          chosen={object}
          onChoose={setObject}
        />
      </div>
      <DeletedList key={object} object={object} mayRestore={may(permission(kindOf(object), 'delete'))} />
    </SettingsSection>
  );
}

function DeletedList({ object, mayRestore }: { object: ObjectName; mayRestore: boolean }) {
  const list = useInfiniteQuery(deletedOptions(object));
  const { selected, busy, toggle, restore } = useRestoring(object);
  if (list.error && !list.data) return <ProblemState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton className="h-60 w-full" />;
  const records = list.data.pages.flatMap((page) => page.data);
  if (records.length === 0) {
    const text = deletedTexts.noneText(kindOf(object).words.many);
    return <PageState drawing="bin" title={deletedTexts.none} text={text} />;
  }
  const chosen = records.filter((record) => selected.has(record.id));
  const { total, totalIsExact } = list.data.pages[0]?.page ?? {};
  return (
    <div className="grid gap-3">
      <div className="flex h-control items-center justify-between gap-4">
        <p className="text-secondary">{deletedTexts.count(total ?? records.length, totalIsExact !== false)}</p>
        {chosen.length > 0 && (
          <Button kind="primary" icon={Undo2} busy={busy} onClick={() => void restore(chosen)}>
            {deletedTexts.restoreSome(chosen.length)}
          </Button>
        )}
      </div>
      <ul aria-label={deletedTexts.title} className="rounded-card border border-line">
        {records.map((record) => (
          <DeletedRow
            key={record.id}
            object={object}
            record={record}
            selected={selected.has(record.id)}
            {...(mayRestore ? { onToggle: toggle, onRestore: () => void restore([record]) } : {})}
          />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()} className="justify-self-start">
          {deletedTexts.more}
        </Button>
      )}
    </div>
  );
}

/** Which records are chosen, and bringing them back. */
function useRestoring(object: ObjectName) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const open = useOpenRecord();
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setSelected(next);
  };
  const restore = async (records: readonly KithRecord[]) => {
    setBusy(true);
    const ids = records.map((record) => record.id);
    const { ids: back, problem } = await restoreRecords(object, ids);
    setBusy(false);
    setSelected(new Set([...selected].filter((id) => !back.includes(id))));
    const refused = records[back.length];
    const [first] = records;
    if (problem && refused) sayFailed(deletedTexts.notRestored(nameOf(refused), problem.detail));
    else if (records.length > 1) say(deletedTexts.restoredSome(back.length));
    else if (first) {
      say(deletedTexts.restored(nameOf(first)), { label: deletedTexts.open, run: () => open(object, first.id) });
    }
  };
  return { selected, busy, toggle, restore };
}
