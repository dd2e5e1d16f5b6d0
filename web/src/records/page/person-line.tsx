import { Link } from '@tanstack/react-router';
import type { KithRecord } from '../../data/types.ts';
import { nameOf } from '../../data/values.ts';
import { TierMark } from '../../scoring/tier-mark.tsx';
import { tierOf } from '../../scoring/tiers.ts';
import { Avatar } from '../../ui/avatar.tsx';

/** A contact in one line: who, what they do, how ready. */
export function PersonLine({ contact }: { contact: KithRecord }) {
  return (
    <Link
      to="/contacts/$id"
      params={{ id: contact.id }}
      className="ring-inside flex min-h-row items-center gap-2.5 rounded-control px-2 hover:bg-hover"
    >
      <Avatar name={nameOf(contact)} />
      <span className="min-w-0 grow truncate">
        <span dir="auto">{nameOf(contact)}</span>
        {typeof contact.title === 'string' && contact.title && (
          <span className="text-secondary"> · {contact.title}</span>
        )}
      </span>
      {typeof contact.leadScore === 'number' && (
        <span className="tabular flex items-center gap-1.5">
          {contact.leadScore}
          <TierMark tier={tierOf(contact.scoreTier)} named />
        </span>
      )}
    </Link>
  );
}
