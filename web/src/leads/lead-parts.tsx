import { ArrowRightLeft, Check, Handshake } from 'lucide-react';
import { Suspense, useId, useState } from 'react';
import { useMay } from '../data/permissions.ts';
import type { KithRecord } from '../data/types.ts';
import type { RecordParts } from '../kinds/index.ts';
import { AboutCard } from '../records/page/about-card.tsx';
import { RelatedCard } from '../records/page/related-card.tsx';
import { ScoreCard } from '../scoring/score-card.tsx';
import { LazyTaskCard } from '../tasks/lazy-task-card.tsx';
import { leadTexts, recordTexts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { lazily } from '../ui/lazily.ts';
import type { DialogVerb } from './decide-dialog.tsx';
import { useDecide } from './use-decide.ts';

const DecideDialog = lazily(() => import('./decide-dialog.tsx').then((module) => module.DecideDialog));
const { sections } = recordTexts;

/** What the page of a lead shows. */
export const leadParts: RecordParts = {
  named: ['firstName', 'lastName'],
  sections: [
    { title: leadTexts.interest, names: ['status', 'source', 'campaign', 'disqualificationReason', 'rejectionReason'] },
    { title: sections.reach, names: ['email', 'phone', 'website'] },
    { title: leadTexts.who, names: ['company', 'title', 'industry', 'country', 'contactId', 'accountId'] },
    { title: sections.selling, names: ['ownerId', 'territoryId', 'assignedAt', 'slaDueAt', 'acceptedAt', 'tags'] },
  ],
  elsewhere: [
    'score',
    'tier',
    'grade',
    'priority',
    'message',
    'assignedBecause',
    'overdueAt',
    'sourceKey',
    'enrichment',
  ],
  Ways: LeadWays,
  Matters: LeadMatters,
};

function LeadWays({ record, wide = false }: { record: KithRecord; wide?: boolean }) {
  const mayDecide = useMay('leads:write');
  const decide = useDecide();
  const [verb, setVerb] = useState<DialogVerb>();
  if (!mayDecide || record.closedAt || record.deletedAt) return null;
  return (
    <>
      {!record.acceptedAt && (
        <Button small={!wide} icon={Check} onClick={() => void decide('accept', record)}>
          {leadTexts.accept}
        </Button>
      )}
      <Button small={!wide} icon={Handshake} onClick={() => setVerb('convert')}>
        {leadTexts.convert}
      </Button>
      <Button small={!wide} icon={ArrowRightLeft} onClick={() => setVerb('reject')}>
        {leadTexts.decide}
      </Button>
      <Suspense>{verb && <DecideDialog lead={record} verb={verb} onClose={() => setVerb(undefined)} />}</Suspense>
    </>
  );
}

function LeadMatters({ record, onFill }: { record: KithRecord; onFill: (field: string) => void }) {
  return (
    <>
      <Said title={leadTexts.message} text={record.message} />
      <LazyTaskCard object="lead" recordId={record.id} />
      <RelatedCard object="deal" title={leadTexts.deals} filter={{ leadId: { eq: record.id } }} sort="-createdAt" />
      {typeof record.contactId === 'string' && <ScoreCard contactId={record.contactId} />}
      <AboutCard object="contact" record={record} onFill={onFill} />
      <AboutCard object="account" record={record} onFill={onFill} />
      <Said title={leadTexts.why} text={record.assignedBecause} />
    </>
  );
}

function Said({ title, text }: { title: string; text: unknown }) {
  const id = useId();
  if (typeof text !== 'string' || !text) return null;
  return (
    <section aria-labelledby={id} className="border-line border-b px-4 py-4">
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      <p className="wrap-anywhere mt-1 whitespace-pre-wrap text-pretty text-secondary" dir="auto">
        {text}
      </p>
    </section>
  );
}
