import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useMay } from '../data/permissions.ts';
import { ApiProblem } from '../data/problem.ts';
import { keepApart, type Named, type Pair, pairsOptions } from '../data/setup/merging.ts';
import { recordLink } from '../kinds/links.ts';
import { SettingsSection } from '../settings/section.tsx';
import { mergingTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { lazily } from '../ui/lazily.ts';
import { say, sayFailed } from '../ui/overlay/toast.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { PageState, ProblemState } from '../ui/state.tsx';
import { Time } from '../ui/time.tsx';

const ReviewDialog = lazily(() => import('./review-dialog.tsx').then((module) => module.ReviewDialog));

/** Contacts that may be the same, for people to decide. */
export function DuplicatesSection() {
  const list = useInfiniteQuery(pairsOptions);
  const [reviewed, review] = useState<Pair>();
  const pairs = list.data?.pages.flatMap((page) => page.data);
  if (list.error && !pairs) return <ProblemState error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <SettingsSection title={words.title} text={words.text}>
      {!pairs && <Skeleton className="h-60 w-full" />}
      {pairs?.length === 0 && <PageState drawing="people" title={words.none} text={words.noneText} />}
      {pairs && pairs.length > 0 && (
        <ul aria-label={words.title} className="divide-y divide-line rounded-card border border-line">
          {pairs.map((pair) => (
            <PairRow key={`${pair.first.id} ${pair.second.id}`} pair={pair} onReview={() => review(pair)} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button className="justify-self-start" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      <Suspense>{reviewed && <ReviewDialog pair={reviewed} onClose={() => review(undefined)} />}</Suspense>
    </SettingsSection>
  );
}

function PairRow({ pair, onReview }: { pair: Pair; onReview: () => void }) {
  const mayWrite = useMay('contacts:write');
  const { first, second, reasons, suggestedAt } = pair;
  const apart = useMutation({
    mutationFn: keepApart,
    onSuccess: () => say(words.keptApart),
    onError: (error) => sayFailed(ApiProblem.from(error).detail),
  });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 grow">
        <p className="flex flex-wrap gap-x-2">
          <PersonLink person={first} />
          <span aria-hidden className="text-faint">
            ·
          </span>
          <PersonLink person={second} />
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-1.5">
          {reasons.map((reason) => (
            <Chip key={reason}>{words.reasons[reason] ?? reason}</Chip>
          ))}
          <Time at={suggestedAt} className="text-secondary text-xs" />
        </p>
      </div>
      {mayWrite && (
        <div className="flex gap-2">
          <Button busy={apart.isPending} onClick={() => apart.mutate(pair)}>
            {words.apart}
          </Button>
          <Button aria-label={words.reviewPair(first.name, second.name)} onClick={onReview}>
            {words.review}
          </Button>
        </div>
      )}
    </li>
  );
}

function PersonLink({ person }: { person: Named }) {
  return (
    <Link
      {...recordLink('contact', person.id)}
      dir="auto"
      className="min-w-0 truncate rounded-mark font-medium hover:underline"
    >
      {person.name}
    </Link>
  );
}
