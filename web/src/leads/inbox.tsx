import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useMay } from '../data/permissions.ts';
import { pageOptions } from '../data/records.ts';
import type { KithRecord } from '../data/types.ts';
import { kindOf } from '../kinds/index.ts';
import { useOpenRecord } from '../kinds/links.ts';
import { rememberNeighbours } from '../records/table/neighbours.ts';
import type { ListState } from '../records/views/use-list-state.ts';
import { useShortcut } from '../shell/shortcuts.ts';
import { leadTexts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { lazily } from '../ui/lazily.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { PageState, ProblemState } from '../ui/state.tsx';
import type { DialogVerb } from './decide-dialog.tsx';
import { InboxRow } from './inbox-row.tsx';
import { useDecide } from './use-decide.ts';

const DecideDialog = lazily(() => import('./decide-dialog.tsx').then((module) => module.DecideDialog));

const shownMost = 100;
const open = { closedAt: { empty: true } };

/** The leads that wait, the readiest first: each is accepted, given back, closed or made a deal of, by a key each. */
export function Inbox({ state }: { state: ListState }) {
  const { q, filter } = state.list;
  const list = { object: 'lead', q, filter: filter ? { and: [open, filter] } : open, sort: '-priority' };
  const found = useQuery(pageOptions(list, undefined, shownMost));
  const leads = found.data?.data ?? [];
  if (found.error && !found.data) return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  if (leads.length === 0)
    return <PageState drawing={kindOf('lead').drawing} title={leadTexts.none} text={leadTexts.noneText} />;
  return (
    <>
      <Rows leads={leads} />
      {found.data.page.next && (
        <div className="grid shrink-0 place-items-center border-line border-t p-1">
          <Button small kind="quiet" onClick={() => state.change({ look: 'table' })}>
            {leadTexts.rest}
          </Button>
        </div>
      )}
    </>
  );
}

function Rows({ leads }: { leads: readonly KithRecord[] }) {
  const rows = useRef<HTMLUListElement>(null);
  const [chosen, setChosen] = useState(leads[0]?.id);
  const [dialog, setDialog] = useState<{ lead: KithRecord; verb: DialogVerb }>();
  const openRecord = useOpenRecord();
  const decide = useDecide();
  const mayDecide = useMay('leads:write');
  const at = Math.max(
    0,
    leads.findIndex((lead) => lead.id === chosen),
  );
  const active = leads[at];
  useEffect(() => rememberNeighbours({ object: 'lead' }), []);
  const step = (by: number) => {
    const next = leads[Math.min(leads.length - 1, Math.max(0, at + by))];
    if (!next) return;
    setChosen(next.id);
    rows.current?.querySelector<HTMLElement>(`[data-lead="${next.id}"] a`)?.focus();
  };
  const ask = (verb: DialogVerb) => active && setDialog({ lead: active, verb });
  useShortcut('j', () => step(1));
  useShortcut('k', () => step(-1));
  useShortcut('enter', () => active && openRecord('lead', active.id));
  useShortcut('e', () => active && void decide('accept', active), mayDecide);
  useShortcut('x', () => ask('reject'), mayDecide);
  useShortcut('d', () => ask('convert'), mayDecide);
  return (
    <>
      <ul ref={rows} aria-label={leadTexts.inbox} className="min-h-0 grow overflow-y-auto">
        {leads.map((lead) => (
          <InboxRow
            key={lead.id}
            lead={lead}
            active={lead === active}
            mayDecide={mayDecide}
            onFocus={() => setChosen(lead.id)}
            onAccept={() => void decide('accept', lead)}
            onAsk={(verb) => setDialog({ lead, verb })}
          />
        ))}
      </ul>
      <Suspense>
        {dialog && <DecideDialog lead={dialog.lead} verb={dialog.verb} onClose={() => setDialog(undefined)} />}
      </Suspense>
    </>
  );
}

function Waiting() {
  return (
    <div aria-busy="true" className="grid content-start">
      {[1, 2, 3, 4, 5, 6, 7].map((line) => (
        <div key={line} className="grid h-list-row content-center gap-2 border-line border-b px-4">
          <Skeleton className="h-3 w-1/3" />
          <Skeleton className="h-3 w-1/2" />
        </div>
      ))}
    </div>
  );
}
