import { useQuery } from '@tanstack/react-query';
import type { Field } from '../data/catalogue.ts';
import { peopleOptions } from '../data/people.ts';
import { recordOptions } from '../data/records.ts';
import { isReference } from '../data/values.ts';
import { findKind } from '../kinds/index.ts';
import { labelOf } from '../records/field/field-value.tsx';
import { exactDay, exactTime } from '../ui/format.ts';

/** A value of the past in words: people and records by their names. */
export function ChangedValue({ field, value }: { field: Field | undefined; value: unknown }) {
  if (field && isReference(field) && typeof value === 'string' && value)
    return <ReferenceName field={field} id={value} />;
  if (field?.type === 'references' && Array.isArray(value) && value.length > 0)
    return value.map((id, at) => (
      <span key={String(id)}>
        {at > 0 && ', '}
        <ReferenceName field={field} id={String(id)} />
      </span>
    ));
  if (field?.type === 'dateTime' && typeof value === 'string' && value) return exactTime(value);
  if (field?.type === 'date' && typeof value === 'string' && value) return exactDay(value);
  return <span dir="auto">{labelOf(field, value)}</span>;
}

function ReferenceName({ field, id }: { field: Field; id: string }) {
  const isUser = field.type === 'user';
  const users = useQuery({ ...peopleOptions, enabled: isUser });
  const kind = findKind(field.to);
  const record = useQuery({ ...recordOptions(field.to ?? '', id), enabled: !isUser && kind !== undefined });
  const name = isUser ? users.data?.find((user) => user.id === id)?.name : record.data?.name;
  return <span dir="auto">{name ?? id}</span>;
}
