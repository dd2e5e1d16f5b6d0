import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { changesOptions, noFilter } from '../data/setup/changes.ts';
import { SettingsSection } from '../settings/section.tsx';
import { changesTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { PageState, ProblemNote } from '../ui/state.tsx';
import { ChangeRow } from './change-row.tsx';
import { ChangesFilters } from './changes-filters.tsx';

/** What was done to the records, by whom, and the way back. */
export function ChangesSection() {
  const [filter, setFilter] = useState(noFilter);
  const list = useInfiniteQuery(changesOptions(useDeferredValue(filter)));
  const sets = list.data?.pages.flatMap((page) => page.data);
  const filtered = filter !== noFilter;
  return (
    <SettingsSection title={words.title} text={words.text}>
      <ChangesFilters filter={filter} onChange={setFilter} />
      {list.error && <ProblemNote error={list.error} />}
      {!sets && !list.error && <Skeleton className="h-60 w-full" />}
      {sets?.length === 0 &&
        !list.error &&
        (filtered ? (
          <p className="text-secondary">{words.noneLikeThis}</p>
        ) : (
          <PageState drawing="file" title={words.none} text={words.noneText} />
        ))}
      {sets && sets.length > 0 && !list.error && (
        <ul aria-label={words.title} className="divide-y divide-line rounded-card border border-line">
          {sets.map((set) => (
            <ChangeRow key={set.id} set={set} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button className="justify-self-start" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </SettingsSection>
  );
}
