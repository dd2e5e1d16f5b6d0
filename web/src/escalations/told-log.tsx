import { useQuery } from '@tanstack/react-query';
import { toldOptions } from '../data/setup/escalations.ts';
import { useNameOfUser } from '../routing/people.tsx';
import { SettingsSection } from '../settings/section.tsx';
import { escalationsTexts as words } from '../texts/index.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { Time } from '../ui/time.tsx';
import { RecordName } from './record-name.tsx';

/** What the rules have told lately, to whom and why. */
export function ToldLog() {
  const { data: entries, error } = useQuery(toldOptions);
  const nameOf = useNameOfUser();
  return (
    <SettingsSection title={words.log}>
      {error && <ProblemNote error={error} />}
      {!entries && !error && <Skeleton className="h-20 w-full" />}
      {entries?.length === 0 && <p className="text-secondary">{words.logNone}</p>}
      {entries && entries.length > 0 && (
        <ol className="divide-y divide-line rounded-card border border-line">
          {entries.map((entry) => (
            <li key={entry.id} className="flex flex-wrap gap-x-3 px-4 py-2">
              <span className="min-w-0 grow text-pretty">
                <RecordName id={entry.recordId} /> <span className="text-secondary">{entry.because}</span>
              </span>
              <span className="text-secondary">
                {words.to(entry.userIds.map(nameOf).join(', ') || words.nobody)} <Time at={entry.at} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </SettingsSection>
  );
}
