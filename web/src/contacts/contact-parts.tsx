import { Suspense } from 'react';
import type { KithRecord } from '../data/types.ts';
import { DealsCard } from '../deals/deals-card.tsx';
import type { RecordParts } from '../kinds/index.ts';
import { CallWay, MailWay } from '../records/page/ways.tsx';
import { ScoreCard } from '../scoring/score-card.tsx';
import { LazyTaskCard } from '../tasks/lazy-task-card.tsx';
import { recordTexts } from '../texts/index.ts';
import { lazily } from '../ui/lazily.ts';
import { AccountCard } from './account-card.tsx';
import { QualityCard } from './quality-card.tsx';

const MergedCard = lazily(() => import('../merging/merged-card.tsx').then((module) => module.MergedCard));

const { sections } = recordTexts;

/** What the page of a person shows. */
export const contactParts: RecordParts = {
  named: ['firstName', 'lastName'],
  sections: [
    {
      title: sections.reach,
      names: ['email', 'otherEmails', 'phone', 'otherPhones', 'linkedinUrl', 'website', 'twitterHandle'],
    },
    { title: sections.work, names: ['accountId', 'title', 'department'] },
    { title: sections.selling, names: ['ownerId', 'lifecycleStage', 'leadSource', 'tags'] },
    { title: sections.address, names: ['street', 'postalCode', 'city', 'state', 'country'] },
    { title: sections.consent, names: ['gdprConsent', 'gdprConsentDate'] },
  ],
  Ways: ContactWays,
  Matters: ContactMatters,
};

function ContactWays({ record, wide = false }: { record: KithRecord; wide?: boolean }) {
  return (
    <>
      <MailWay value={record.email} small={!wide} />
      <CallWay value={record.phone} small={!wide} />
    </>
  );
}

function ContactMatters({ record, onFill }: { record: KithRecord; onFill: (field: string) => void }) {
  return (
    <>
      <ScoreCard contactId={record.id} />
      <LazyTaskCard object="contact" recordId={record.id} />
      <DealsCard
        field="contactId"
        id={record.id}
        given={typeof record.accountId === 'string' ? { accountId: record.accountId } : {}}
      />
      <QualityCard contact={record} onFill={onFill} />
      <AccountCard contact={record} />
      <Suspense>
        <MergedCard contactId={record.id} />
      </Suspense>
    </>
  );
}
