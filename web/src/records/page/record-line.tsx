import { Link } from '@tanstack/react-router';
import { type ObjectName, useFieldMap } from '../../data/catalogue.ts';
import type { KithRecord } from '../../data/types.ts';
import { nameOf } from '../../data/values.ts';
import { kindOf } from '../../kinds/index.ts';
import { recordLink } from '../../kinds/links.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { FieldValue } from '../field/field-value.tsx';

interface RecordLineProps {
  object: ObjectName;
  record: KithRecord;
  /** What it is, where the page around it says the rest. */
  line?: string | undefined;
}

/** A record in one line: who or what, what else, and the figure that it is judged by. */
export function RecordLine({ object, record, line }: RecordLineProps) {
  const kind = kindOf(object);
  const words = line ?? kind.line(record);
  const figure = useFieldMap(object).get(kind.figure ?? '');
  return (
    <Link
      {...recordLink(object, record.id)}
      className="ring-inside flex min-h-row items-center gap-2.5 rounded-control px-2 hover:bg-hover"
    >
      <Avatar name={nameOf(record)} square={kind.square} />
      <span className="min-w-0 grow truncate">
        <span dir="auto">{nameOf(record)}</span>
        {words && <span className="text-secondary"> · {words}</span>}
      </span>
      {figure && (
        <span className="shrink-0">
          <FieldValue field={figure} record={record} />
        </span>
      )}
    </Link>
  );
}
