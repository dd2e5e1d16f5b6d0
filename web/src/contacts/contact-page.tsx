import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Mail, Phone } from 'lucide-react';
import { useState } from 'react';
import { Composer } from '../activities/composer.tsx';
import { Timeline } from '../activities/timeline.tsx';
import { ApiProblem } from '../data/problem.ts';
import { recordAsOfOptions, recordOptions } from '../data/records.ts';
import type { KithRecord } from '../data/types.ts';
import { nameOf } from '../data/values.ts';
import { AsOfBanner } from '../records/history/as-of-banner.tsx';
import { NotYet } from '../records/history/not-yet.tsx';
import { Facts } from '../records/page/facts.tsx';
import { RecordFrame } from '../records/page/record-frame.tsx';
import { RecordHeader } from '../records/page/record-header.tsx';
import { RecordName } from '../records/page/record-name.tsx';
import { RecordWaiting } from '../records/page/record-waiting.tsx';
import { ScoreCard } from '../scoring/score-card.tsx';
import { useTitle } from '../shell/title.ts';
import { recordTexts, texts } from '../texts/index.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { ProblemState } from '../ui/state.tsx';
import { AccountCard } from './account-card.tsx';
import { QualityCard } from './quality-card.tsx';

/** A person: the facts, what happened, and what matters now. */
export function ContactPage() {
  const { id } = useParams({ from: '/shell/contacts/$id' });
  const { asOf } = useSearch({ from: '/shell/contacts/$id' });
  const now = useQuery(recordOptions('contact', id));
  const then = useQuery(recordAsOfOptions('contact', id, asOf));
  const [editing, setEditing] = useState<string>();
  useTitle(now.data && nameOf(now.data));
  const shown = asOf ? then.data : now.data;
  const error = now.error ?? (asOf ? then.error : null);
  const notYet = now.data !== undefined && asOf !== undefined && ApiProblem.from(then.error).status === 404;
  return (
    <>
      <RecordHeader object="contact" id={id} record={now.data} asOf={asOf} />
      {asOf && <AsOfBanner object="contact" id={id} asOf={asOf} />}
      {notYet && <NotYet object="contact" id={id} />}
      {error && !shown && !notYet && <ProblemState error={error} onRetry={() => void now.refetch()} />}
      {!error && !shown && <RecordWaiting />}
      {shown && !notYet && (
        <RecordFrame
          key={id}
          facts={
            <>
              <RecordName object="contact" record={shown} line={subtitleOf(shown)} actions={<Ways contact={shown} />} />
              <Facts
                object="contact"
                record={shown}
                now={asOf ? now.data : undefined}
                editing={editing}
                onEdit={setEditing}
              />
            </>
          }
          timeline={
            <div className="mx-auto grid max-w-read gap-4 px-4 py-4 tab:px-8">
              {!asOf && <Composer object="contact" recordId={id} />}
              <Timeline object="contact" id={id} until={asOf} />
            </div>
          }
          matters={
            <>
              <ScoreCard contactId={id} />
              <QualityCard contact={shown} onFill={setEditing} />
              <AccountCard contact={shown} />
            </>
          }
          actions={<Ways contact={shown} wide />}
        />
      )}
    </>
  );
}

function subtitleOf(contact: KithRecord): string {
  const account = contact.account as { name?: string } | null;
  return [contact.title, account?.name].filter(Boolean).join(recordTexts.record.at);
}

/** Writing and calling, by whatever the device has for it. */
function Ways({ contact, wide }: { contact: KithRecord; wide?: boolean }) {
  return (
    <>
      {typeof contact.email === 'string' && contact.email && (
        <LinkButton href={`mailto:${contact.email}`} icon={Mail} small={!wide}>
          {texts.list.mail}
        </LinkButton>
      )}
      {typeof contact.phone === 'string' && contact.phone && (
        <LinkButton href={`tel:${contact.phone}`} icon={Phone} small={!wide}>
          {texts.list.call}
        </LinkButton>
      )}
    </>
  );
}
