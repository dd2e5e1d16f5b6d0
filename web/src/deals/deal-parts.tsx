import { Suspense } from 'react';
import type { KithRecord } from '../data/types.ts';
import type { RecordParts } from '../kinds/index.ts';
import { AboutCard } from '../records/page/about-card.tsx';
import { LazyTaskCard } from '../tasks/lazy-task-card.tsx';
import { dealTexts, recordTexts } from '../texts/index.ts';
import { lazily } from '../ui/lazily.ts';
import { NextStepCard } from './next-step-card.tsx';
import { StageBar } from './stage-bar.tsx';
import { StageHistoryCard } from './stage-history-card.tsx';

const { sections } = recordTexts;
const LineItemsCard = lazily(() => import('./parts/line-items-card.tsx').then((module) => module.LineItemsCard));
const StakeholdersCard = lazily(() =>
  import('./parts/stakeholders-card.tsx').then((module) => module.StakeholdersCard),
);
const CompetitorsCard = lazily(() => import('./parts/competitors-card.tsx').then((module) => module.CompetitorsCard));

/** What the page of a deal shows. */
export const dealParts: RecordParts = {
  named: ['name'],
  sections: [
    { title: dealTexts.worth, names: ['amount', 'currency', 'probability', 'forecastCategory', 'baseAmount'] },
    { title: dealTexts.whom, names: ['accountId', 'contactId', 'ownerId'] },
    { title: dealTexts.when, names: ['closeDate', 'createdDate', 'closedAt'] },
    { title: sections.selling, names: ['nextStep', 'lostReason', 'dealType', 'leadSource', 'tags', 'description'] },
  ],
  elsewhere: [
    'stage',
    'stageId',
    'stageSince',
    'status',
    'pipelineId',
    'needsAccount',
    'baseCurrency',
    'amountFromItems',
    'leadId',
    'metadata',
  ],
  Top: StageBar,
  Matters: DealMatters,
};

function DealMatters({ record, onFill }: { record: KithRecord; onFill: (field: string) => void }) {
  return (
    <>
      <NextStepCard deal={record} onFill={onFill} />
      <LazyTaskCard object="deal" recordId={record.id} />
      <Suspense>
        <LineItemsCard deal={record} />
      </Suspense>
      <AboutCard object="account" record={record} onFill={onFill} />
      <AboutCard object="contact" record={record} onFill={onFill} />
      <Suspense>
        <StakeholdersCard deal={record} />
        <CompetitorsCard deal={record} />
      </Suspense>
      <StageHistoryCard dealId={record.id} />
    </>
  );
}
