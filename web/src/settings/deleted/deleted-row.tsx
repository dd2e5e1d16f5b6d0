import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import type { ObjectName } from '../../data/catalogue.ts';
import { peopleOptions } from '../../data/people.ts';
import { useMay } from '../../data/permissions.ts';
import type { KithRecord } from '../../data/types.ts';
import { nameOf } from '../../data/values.ts';
import { kindOf } from '../../kinds/index.ts';
import { deletedTexts } from '../../texts/index.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Time } from '../../ui/time.tsx';

interface DeletedRowProps {
  object: ObjectName;
  record: KithRecord;
  selected: boolean;
  /** Missing for those who may not restore. */
  onToggle?: (id: string) => void;
  onRestore?: () => void;
}

export function DeletedRow({ object, record, selected, onToggle, onRestore }: DeletedRowProps) {
  const name = nameOf(record);
  const by = useNameOfUser(record.updatedBy);
  return (
    <li className="flex items-center gap-3 border-line border-b px-4 py-2 last:border-0 has-checked:bg-accent-soft">
      {onToggle && (
        <label className="hit-area grid place-items-center">
          <Checkbox aria-label={deletedTexts.select(name)} checked={selected} onChange={() => onToggle(record.id)} />
        </label>
      )}
      <Avatar name={name} size="medium" square={kindOf(object).square} />
      <span className="min-w-0 grow">
        <span className="block truncate text-left font-medium" dir="auto">
          {name}
        </span>
        <span className="block truncate text-secondary">
          {record.deletedAt && <Time at={record.deletedAt} />} {by && deletedTexts.by(by)}
        </span>
      </span>
      {onRestore && (
        <Button small icon={Undo2} aria-label={deletedTexts.restoreOne(name)} onClick={onRestore}>
          {deletedTexts.restore}
        </Button>
      )}
    </li>
  );
}

function useNameOfUser(id: unknown): string | undefined {
  const may = useMay('people:read');
  const { data } = useQuery({ ...peopleOptions, enabled: may });
  return data?.find((user) => user.id === id)?.name;
}
