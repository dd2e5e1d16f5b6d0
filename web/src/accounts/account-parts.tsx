import { Globe } from 'lucide-react';
import type { KithRecord } from '../data/types.ts';
import { DealsCard } from '../deals/deals-card.tsx';
import type { RecordParts } from '../kinds/index.ts';
import { safeAddress } from '../records/page/fact.tsx';
import { RelatedCard } from '../records/page/related-card.tsx';
import { CallWay } from '../records/page/ways.tsx';
import { LazyTaskCard } from '../tasks/lazy-task-card.tsx';
import { recordTexts, texts } from '../texts/index.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { HierarchyCard } from './hierarchy-card.tsx';

const { sections } = recordTexts;

/** What the page of a company shows. */
export const accountParts: RecordParts = {
  named: ['name'],
  sections: [
    {
      title: sections.company,
      names: ['website', 'domain', 'industry', 'companySize', 'employeeCount', 'annualRevenue'],
    },
    { title: sections.selling, names: ['ownerId', 'parentAccountId', 'tags'] },
    { title: sections.reach, names: ['phone'] },
    {
      title: sections.address,
      names: ['billingStreet', 'billingPostalCode', 'billingCity', 'billingState', 'billingCountry'],
    },
  ],
  Ways: AccountWays,
  Matters: AccountMatters,
};

function AccountWays({ record, wide = false }: { record: KithRecord; wide?: boolean }) {
  const website = typeof record.website === 'string' && record.website ? safeAddress(record.website) : undefined;
  return (
    <>
      {website && (
        <LinkButton href={website} icon={Globe} small={!wide} away>
          {texts.accounts.website}
        </LinkButton>
      )}
      <CallWay value={record.phone} small={!wide} />
    </>
  );
}

function AccountMatters({ record }: { record: KithRecord }) {
  return (
    <>
      <LazyTaskCard object="account" recordId={record.id} />
      <RelatedCard
        object="contact"
        title={texts.accounts.people}
        none={texts.accounts.noPeople}
        filter={{ accountId: { eq: record.id } }}
        sort="-leadScore"
        given={{ accountId: record.id }}
        line={(person) => (typeof person.title === 'string' ? person.title : '')}
      />
      <DealsCard field="accountId" id={record.id} />
      <HierarchyCard account={record} />
    </>
  );
}
