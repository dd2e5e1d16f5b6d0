import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Globe, Phone } from 'lucide-react';
import { useState } from 'react';
import { Composer } from '../activities/composer.tsx';
import { Timeline } from '../activities/timeline.tsx';
import { ApiProblem } from '../data/problem.ts';
import { recordAsOfOptions, recordOptions } from '../data/records.ts';
import type { KithRecord } from '../data/types.ts';
import { nameOf } from '../data/values.ts';
import { AsOfBanner } from '../records/history/as-of-banner.tsx';
import { NotYet } from '../records/history/not-yet.tsx';
import { safeAddress } from '../records/page/fact.tsx';
import { Facts } from '../records/page/facts.tsx';
import { RecordFrame } from '../records/page/record-frame.tsx';
import { RecordHeader } from '../records/page/record-header.tsx';
import { RecordName } from '../records/page/record-name.tsx';
import { RecordWaiting } from '../records/page/record-waiting.tsx';
import { useTitle } from '../shell/title.ts';
import { texts } from '../texts/index.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { ProblemState } from '../ui/state.tsx';
import { HierarchyCard } from './hierarchy-card.tsx';
import { PeopleCard } from './people-card.tsx';

/** A company: the facts, what happened, its people and its place in a group of companies. */
export function AccountPage() {
  const { id } = useParams({ from: '/shell/accounts/$id' });
  const { asOf } = useSearch({ from: '/shell/accounts/$id' });
  const now = useQuery(recordOptions('account', id));
  const then = useQuery(recordAsOfOptions('account', id, asOf));
  const [editing, setEditing] = useState<string>();
  useTitle(now.data && nameOf(now.data));
  const shown = asOf ? then.data : now.data;
  const error = now.error ?? (asOf ? then.error : null);
  const notYet = now.data !== undefined && asOf !== undefined && ApiProblem.from(then.error).status === 404;
  return (
    <>
      <RecordHeader object="account" id={id} record={now.data} asOf={asOf} />
      {asOf && <AsOfBanner object="account" id={id} asOf={asOf} />}
      {notYet && <NotYet object="account" id={id} />}
      {error && !shown && !notYet && <ProblemState error={error} onRetry={() => void now.refetch()} />}
      {!error && !shown && <RecordWaiting />}
      {shown && !notYet && (
        <RecordFrame
          key={id}
          facts={
            <>
              <RecordName
                object="account"
                record={shown}
                line={[shown.industry, shown.billingCity].filter(Boolean).join(' · ')}
                actions={<Ways account={shown} />}
              />
              <Facts
                object="account"
                record={shown}
                now={asOf ? now.data : undefined}
                editing={editing}
                onEdit={setEditing}
              />
            </>
          }
          timeline={
            <div className="mx-auto grid max-w-read gap-4 px-4 py-4 tab:px-8">
              {!asOf && <Composer object="account" recordId={id} />}
              <Timeline object="account" id={id} until={asOf} />
            </div>
          }
          matters={
            <>
              <PeopleCard accountId={id} />
              <HierarchyCard account={shown} />
            </>
          }
          actions={<Ways account={shown} wide />}
        />
      )}
    </>
  );
}

function Ways({ account, wide }: { account: KithRecord; wide?: boolean }) {
  const website = typeof account.website === 'string' && account.website ? safeAddress(account.website) : undefined;
  return (
    <>
      {website && (
        <LinkButton href={website} icon={Globe} small={!wide} away>
          {texts.accounts.website}
        </LinkButton>
      )}
      {typeof account.phone === 'string' && account.phone && (
        <LinkButton href={`tel:${account.phone}`} icon={Phone} small={!wide}>
          {texts.list.call}
        </LinkButton>
      )}
    </>
  );
}
