import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFieldMap } from '../../data/catalogue.ts';
import { type Stakeholder, type Stakeholders, stakeholdersOptions } from '../../data/deal-parts.ts';
import type { KithRecord } from '../../data/types.ts';
import { namedOf } from '../../data/values.ts';
import { recordLink } from '../../kinds/links.ts';
import { labelOf } from '../../records/field/field-value.tsx';
import { dealPartsTexts as words } from '../../texts/index.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Chip } from '../../ui/chip.tsx';
import { PartsCard } from './parts-card.tsx';

const own = words.stakeholder;
const asked = ['contactId', 'role', 'notes'];
const nameOf = (one: KithRecord) => namedOf(one, 'contactId')?.name ?? own.gone;

/** Who has a say in a deal, which, and what they think of it. */
export function StakeholdersCard({ deal }: { deal: KithRecord }) {
  const { data, error } = useQuery(stakeholdersOptions(deal.id));
  const role = useFieldMap('stakeholder').get('role');
  return (
    <PartsCard part="stakeholder" deal={deal} parts={data?.data} error={error} names={asked} nameOf={nameOf}>
      {(people, edit, mayWrite) => (
        <>
          <ul className="-mx-2 mt-1">
            {people.map((one) => (
              <li key={one.id} className="flex items-center gap-1">
                <Person one={one} role={labelOf(role, one.role)} />
                {mayWrite && edit(one)}
              </li>
            ))}
          </ul>
          {data && deal.status === 'open' && <Gaps stakeholders={data} />}
        </>
      )}
    </PartsCard>
  );
}

function Person({ one, role }: { one: Stakeholder; role: string }) {
  const inside = (
    <>
      <Avatar name={nameOf(one)} />
      <span className="min-w-0 grow">
        <span className="block truncate" dir="auto">
          {nameOf(one)}
        </span>
        {one.notes && (
          <span className="block truncate text-secondary text-xs" data-tip={one.notes} dir="auto">
            {one.notes}
          </span>
        )}
      </span>
      <Chip tone={one.role === 'blocker' ? 'warning' : one.role === 'champion' ? 'accent' : 'plain'}>{role}</Chip>
    </>
  );
  const look = 'ring-inside flex min-h-row min-w-0 grow items-center gap-2.5 rounded-control px-2 py-1';
  if (!one.contact) return <span className={look}>{inside}</span>;
  return (
    <Link {...recordLink('contact', one.contact.id)} className={`${look} hover:bg-hover`}>
      {inside}
    </Link>
  );
}

/** Who is still missing. */
function Gaps({ stakeholders }: { stakeholders: Stakeholders }) {
  const gaps = [!stakeholders.champion && own.noChampion, !stakeholders.decisionMaker && own.noDecisionMaker].filter(
    Boolean,
  );
  return gaps.length > 0 ? <p className="mt-1 text-secondary text-xs">{gaps.join(' · ')}</p> : null;
}
