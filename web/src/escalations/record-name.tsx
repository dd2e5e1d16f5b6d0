import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { recordOptions } from '../data/records.ts';
import { nameOf } from '../data/values.ts';
import type { Kind } from '../kinds/index.ts';
import { recordLink } from '../kinds/links.ts';
import { kindOfId } from '../kinds/of-id.ts';

/** A record by its name, with the way to it; its id where the app has no page of its kind. */
export function RecordName({ id }: { id: string }) {
  const kind = kindOfId(id);
  return kind ? <Named kind={kind} id={id} /> : <code className="font-mono text-xs">{id}</code>;
}

function Named({ kind, id }: { kind: Kind; id: string }) {
  const { data: record } = useQuery(recordOptions(kind.name, id));
  return (
    <Link {...recordLink(kind.name, id)} className="font-medium hover:underline" dir="auto">
      {record ? nameOf(record) : id}
    </Link>
  );
}
