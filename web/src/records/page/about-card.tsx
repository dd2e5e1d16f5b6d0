import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useId } from 'react';
import type { ObjectName } from '../../data/catalogue.ts';
import { recordOptions } from '../../data/records.ts';
import type { KithRecord } from '../../data/types.ts';
import { readValue } from '../../data/values.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { RecordLine } from './record-line.tsx';

interface AboutCardProps {
  object: ObjectName;
  record: KithRecord;
  /** The field that refers to the one that is shown. */
  field: string;
  title: string;
  /** Said when there is none; a click fills it in. */
  none: string;
  onFill: (field: string) => void;
}

/** The one record that this one is about. */
export function AboutCard({ object, record, field, title, none, onFill }: AboutCardProps) {
  const id = useId();
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
