import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useFieldMap } from '../data/catalogue.ts';
import { type Territory, territories } from '../data/setup/routing.ts';
import { SettingsSection } from '../settings/section.tsx';
import { routingTexts as words } from '../texts/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { lazily } from '../ui/lazily.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { useNameOfUser } from './people.tsx';

const TerritoryDialog = lazily(() => import('./territory-dialog.tsx').then((module) => module.TerritoryDialog));

/** The parts of the market, and who looks after them. */
export function TerritoriesSection() {
  const { data: all, error } = useQuery(territories.options);
  const [editing, setEditing] = useState<Territory | 'new'>();
  return (
    <SettingsSection
      title={words.territories.title}
      text={words.territories.text}
      action={
        <Button icon={Plus} onClick={() => setEditing('new')}>
          {words.territories.create}
        </Button>
      }
    >
      {error && <ProblemNote error={error} />}
      {!all && !error && <Skeleton className="h-20 w-full" />}
      {all?.length === 0 && <p className="text-secondary">{words.territories.noneText}</p>}
      {all && all.length > 0 && (
        <ul className="divide-y divide-line rounded-card border border-line">
          {all.map((territory) => (
            <TerritoryRow key={territory.id} territory={territory} onEdit={() => setEditing(territory)} />
          ))}
        </ul>
      )}
      <Suspense>
        {editing && (
          <TerritoryDialog territory={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
        )}
      </Suspense>
    </SettingsSection>
  );
}

function TerritoryRow({ territory, onEdit }: { territory: Territory; onEdit: () => void }) {
  const fields = useFieldMap('lead');
  const nameOf = useNameOfUser();
  const match = Object.entries(territory.match ?? {})
    .map(([field, values]) => `${fields.get(field)?.label ?? field}: ${values.join(', ')}`)
    .join(' · ');
  const team = territory.team?.members.map(({ userId }) => nameOf(userId)).join(', ');
  return (
    <li className="flex items-center gap-2 py-2 pr-2 pl-4">
      <span className="min-w-0 grow">
        <span className="block font-medium">{territory.name}</span>
        <span className="block truncate text-secondary">
          {[match || words.territories.nothing, team].filter(Boolean).join(' → ')}
        </span>
      </span>
      <IconButton icon={Pencil} label={words.edit(territory.name)} onClick={onEdit} />
      <IconButton
        icon={Trash2}
        label={words.delete(territory.name)}
        onClick={() => void territories.remove(territory, words.territories.deleted(territory.name))}
      />
    </li>
  );
}
