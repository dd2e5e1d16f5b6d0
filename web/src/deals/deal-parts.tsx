import type { KithRecord } from '../data/types.ts';
import type { RecordParts } from '../kinds/index.ts';
import { AboutCard } from '../records/page/about-card.tsx';
import { dealTexts, recordTexts } from '../texts/index.ts';
import { NextStepCard } from './next-step-card.tsx';
import { StageBar } from './stage-bar.tsx';
import { StageHistoryCard } from './stage-history-card.tsx';

const { sections } = recordTexts;

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
      <AboutCard
        object="account"
        record={record}
        field="accountId"
        title={dealTexts.account}
        none={dealTexts.noAccount}
        onFill={onFill}
      />
      <AboutCard
        object="contact"
        record={record}
        field="contactId"
        title={dealTexts.contact}
        none={dealTexts.noContact}
        onFill={onFill}
      />
      <StageHistoryCard dealId={record.id} />
    </>
  );
}
