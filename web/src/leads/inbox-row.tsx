import { Link } from '@tanstack/react-router';
import { ArrowRightLeft, Check, Handshake } from 'lucide-react';
import type { KithRecord } from '../data/types.ts';
import { namedOf, nameOf } from '../data/values.ts';
import { joined } from '../kinds/index.ts';
import { recordLink } from '../kinds/links.ts';
import { TierMark } from '../scoring/tier-mark.tsx';
import { tierOf } from '../scoring/tiers.ts';
import { leadTexts } from '../texts/index.ts';
import { Avatar } from '../ui/avatar.tsx';
import { IconButton } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { cx } from '../ui/cx.ts';
import { Time } from '../ui/time.tsx';
import type { DialogVerb } from './decide-dialog.tsx';

interface InboxRowProps {
  lead: KithRecord;
  active: boolean;
  mayDecide: boolean;
  onFocus: () => void;
  onAccept: () => void;
  onAsk: (verb: DialogVerb) => void;
}

/** A lead that waits: how ready, who, what for, since when, and what to do about it. */
export function InboxRow({ lead, active, mayDecide, onFocus, onAccept, onAsk }: InboxRowProps) {
  const owner = namedOf(lead, 'ownerId');
  const about = joined(lead.message) || joined(lead.campaign, lead.source);
  return (
    <li
      data-lead={lead.id}
      className={cx(
        'group relative flex min-h-list-row items-center gap-3 border-line border-b px-4 py-2',
        active ? 'bg-hover' : 'hover:bg-hover',
      )}
    >
      <span className="tabular flex w-12 shrink-0 items-center gap-1.5 font-medium">
        <TierMark tier={tierOf(lead.tier)} named />
        {String(lead.score ?? 0)}
      </span>
      <div className="min-w-0 grow">
        <p className="flex min-w-0 items-center gap-2">
          <Link
            {...recordLink('lead', lead.id)}
            onFocus={onFocus}
            className="ring-inside min-w-0 truncate text-left font-medium after:absolute after:inset-0 focus-visible:outline-0 focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
            dir="auto"
          >
            {nameOf(lead)}
          </Link>
          <span className="min-w-0 truncate text-secondary max-tab:hidden">{joined(lead.title, lead.company)}</span>
        </p>
        <p className="truncate text-secondary" dir="auto">
          <span className="tab:hidden">{joined(lead.company)} </span>
          {about}
        </p>
      </div>
      <Waits lead={lead} />
      <span
        data-tip={owner?.name ?? leadTexts.nobody}
        className={cx('relative inline-flex shrink-0', mayDecide && 'max-tab:hidden')}
      >
        {owner ? <Avatar name={owner.name} /> : <span className="text-faint">–</span>}
        <span className="only-read">{owner?.name ?? leadTexts.nobody}</span>
      </span>
      {mayDecide && (
        <span className="relative flex shrink-0">
          {!lead.acceptedAt && (
            <span className="max-tab:hidden">
              <IconButton small icon={Check} label={leadTexts.accept} keys="e" onClick={onAccept} />
            </span>
          )}
          <span className="max-tab:hidden">
            <IconButton
              small
              icon={ArrowRightLeft}
              label={leadTexts.verbs.reject}
              keys="x"
              onClick={() => onAsk('reject')}
            />
          </span>
          <IconButton
            small
            icon={Handshake}
            label={leadTexts.verbs.convert}
            keys="d"
            onClick={() => onAsk('convert')}
          />
        </span>
      )}
    </li>
  );
}

/** Until when it is to be accepted. */
function Waits({ lead }: { lead: KithRecord }) {
  if (lead.acceptedAt || typeof lead.slaDueAt !== 'string') return null;
  if (lead.overdueAt || new Date(lead.slaDueAt) < new Date())
    return (
      <span className="relative shrink-0">
        <Chip tone="warning">{leadTexts.overdue}</Chip>
      </span>
    );
  return <Time at={lead.slaDueAt} className="relative shrink-0 whitespace-nowrap text-secondary text-xs" />;
}
