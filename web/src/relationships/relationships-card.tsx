import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Pencil, Plus, Waypoints, X } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { ObjectName } from '../data/catalogue.ts';
import { useMay } from '../data/permissions.ts';
import { ApiProblem } from '../data/problem.ts';
import { findKind, kindOf } from '../kinds/index.ts';
import { recordLink } from '../kinds/links.ts';
import { texts, graphTexts as words } from '../texts/index.ts';
import { Avatar } from '../ui/avatar.tsx';
import { IconButton } from '../ui/button.tsx';
import { lazily } from '../ui/lazily.ts';
import { sayFailed } from '../ui/overlay/toast.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { graphOptions, type Relationship, relationshipsOptions, removeRelationship } from './stored.ts';
import { typeSeen } from './type-words.ts';

const RelationshipDialog = lazily(() =>
  import('./relationship-dialog.tsx').then((module) => module.RelationshipDialog),
);

interface RelationshipsCardProps {
  object: ObjectName;
  id: string;
}

/** How the record of the page stands to others, and the way to the graph of it. */
export function RelationshipsCard({ object, id }: RelationshipsCardProps) {
  const may = useMay('relationships:read');
  const mayWrite = useMay('relationships:write');
  const mayDelete = useMay('relationships:delete');
  const found = useQuery({ ...relationshipsOptions(id), enabled: may });
  const [editing, setEditing] = useState<Relationship | 'new'>();
  if (!may) return null;
  return (
    <section aria-labelledby="relationships-heading" className="border-line border-b px-4 py-4 last:border-0">
      <div className="flex min-h-control-small items-center">
        <h2 id="relationships-heading" className="grow font-semibold">
          {words.title}
        </h2>
        <Link
          to="/graph/$kind/$id"
          params={{ kind: kindOf(object).path, id }}
          aria-label={words.show}
          data-tip={words.show}
          className="hit-area grid size-7 place-items-center rounded-control text-secondary hover:bg-hover hover:text-text"
        >
          <Waypoints aria-hidden />
        </Link>
        {mayWrite && (
          <IconButton small icon={Plus} label={words.add} onClick={() => setEditing('new')} className="-mr-1.5" />
        )}
      </div>
      <ProblemNote error={found.error} />
      {found.isPending && <Skeleton className="mt-3 h-9 w-full" />}
      {found.data?.length === 0 && <p className="mt-1 text-secondary">{words.none}</p>}
      <ul className="-mx-2 mt-1">
        {found.data?.map((one) => (
          <Line
            key={one.id}
            of={id}
            relationship={one}
            onEdit={mayWrite ? () => setEditing(one) : undefined}
            mayRemove={mayDelete}
          />
        ))}
      </ul>
      <Suspense>
        {editing && (
          <RelationshipDialog
            of={id}
            relationship={editing === 'new' ? undefined : editing}
            onClose={() => setEditing(undefined)}
          />
        )}
      </Suspense>
    </section>
  );
}

interface LineProps {
  of: string;
  relationship: Relationship;
  onEdit: (() => void) | undefined;
  mayRemove: boolean;
}

function Line({ of, relationship, onEdit, mayRemove }: LineProps) {
  const { other, strength } = relationship;
  const name = other?.name || texts.values.unnamed;
  const remove = () =>
    removeRelationship(relationship.id, words.removed(name)).catch((error) => sayFailed(ApiProblem.from(error).detail));
  return (
    <li className="group flex min-h-row items-center rounded-control pr-1 hover:bg-hover">
      <Other of={of} relationship={relationship} name={name} />
      <span className="tabular shrink-0 px-1 text-secondary text-xs" data-tip={words.strengthOf(strength)}>
        <span className="only-read">{words.strength} </span>
        {strength}
      </span>
      {onEdit && <IconButton small icon={Pencil} label={words.edit(name)} onClick={onEdit} />}
      {mayRemove && <IconButton small icon={X} label={words.remove(name)} onClick={() => void remove()} />}
    </li>
  );
}

/** The id without its prefix: the same whatever a kind's ids begin with. */
const bare = (id: string) => id.slice(id.indexOf('_') + 1);

/** Of what kind of the workspace a record is, the graph alone tells. */
function useKindOfOther(of: string, { other }: Relationship) {
  const kind = findKind(other?.type);
  const graph = useQuery({ ...graphOptions(of), enabled: other !== null && kind === undefined }).data;
  const node = other && !kind ? graph?.nodes.find((one) => bare(one.id) === bare(other.id)) : undefined;
  return kind ?? findKind(node?.type);
}

function Other({ of, relationship, name }: { of: string; relationship: Relationship; name: string }) {
  const kind = useKindOfOther(of, relationship);
  const inside = (
    <>
      <Avatar name={name} square={kind?.square} />
      <span className="min-w-0 grow">
        <span className="block truncate" dir="auto">
          {name}
        </span>
        <span className="block truncate text-secondary text-xs">{typeSeen(relationship)}</span>
      </span>
    </>
  );
  const look = 'ring-inside flex min-h-row min-w-0 grow items-center gap-2.5 rounded-control px-2 py-1';
  if (!kind || !relationship.other) return <span className={look}>{inside}</span>;
  return (
    <Link {...recordLink(kind.name, relationship.other.id)} className={look}>
      {inside}
    </Link>
  );
}
