import { useQuery } from '@tanstack/react-query';
import { routingLogOptions } from '../data/setup/routing.ts';
import { SettingsSection } from '../settings/section.tsx';
import { routingTexts as words } from '../texts/index.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { Time } from '../ui/time.tsx';
import { useNameOfUser } from './people.tsx';

/** What the rules have done lately, each with its reason. */
export function AssignmentLog() {
  const { data: entries, error } = useQuery(routingLogOptions);
  const nameOf = useNameOfUser();
  return (
    <SettingsSection title={words.log.title}>
      {error && <ProblemNote error={error} />}
      {!entries && !error && <Skeleton className="h-20 w-full" />}
      {entries?.length === 0 && <p className="text-secondary">{words.log.none}</p>}
      {entries && entries.length > 0 && (
        <ol className="divide-y divide-line rounded-card border border-line">
          {entries.map((entry) => (
            <li key={entry.id} className="flex flex-wrap gap-x-3 px-4 py-2">
              <span className="min-w-0 grow text-pretty">{entry.because}</span>
              <span className="text-secondary">
                {entry.ownerId && words.log.to(nameOf(entry.ownerId))} <Time at={entry.at} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </SettingsSection>
  );
}
