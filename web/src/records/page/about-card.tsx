import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useId } from 'react';
import { recordOptions } from '../../data/records.ts';
import type { KithRecord } from '../../data/types.ts';
import { readValue } from '../../data/values.ts';
import { recordTexts } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { RecordLine } from './record-line.tsx';

interface AboutCardProps {
  object: 'account' | 'contact';
  record: KithRecord;
  /** Fills in a field that says nothing yet. */
  onFill: (field: string) => void;
}

/** The one account or contact that a record is about. */
export function AboutCard({ object, record, onFill }: AboutCardProps) {
  const id = useId();
  const { title, none } = recordTexts.about[object];
  const field = `${object}Id`;
  const about = readValue(record, field);
  const found = useQuery({ ...recordOptions(object, String(about)), enabled: typeof about === 'string' });
  return (
    <section aria-labelledby={id} className="border-line border-b px-4 py-4 last:border-0">
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      {typeof about !== 'string' ? (
        <Button small kind="quiet" icon={Plus} className="-ml-2 mt-1" onClick={() => onFill(field)}>
          {none}
        </Button>
      ) : (
        <div className="-mx-2 mt-1">
          {found.data ? (
            <RecordLine object={object} record={found.data} />
          ) : (
            <Skeleton className="mx-2 my-3 h-3 w-2/3" />
          )}
        </div>
      )}
    </section>
  );
}
