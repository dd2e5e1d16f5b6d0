import { useQuery } from '@tanstack/react-query';
import { Swords } from 'lucide-react';
import { useFieldMap } from '../../data/catalogue.ts';
import { competitorsOptions } from '../../data/deal-parts.ts';
import type { KithRecord } from '../../data/types.ts';
import { nameOf } from '../../data/values.ts';
import { labelOf } from '../../records/field/field-value.tsx';
import { dealPartsTexts as words } from '../../texts/index.ts';
import { Chip } from '../../ui/chip.tsx';
import { PartsCard } from './parts-card.tsx';

const own = words.competitor;
const asked = ['name', 'accountId', 'strength', 'notes'];

/** Who else wants to win a deal, and how dangerous they are. */
export function CompetitorsCard({ deal }: { deal: KithRecord }) {
  const { data, error } = useQuery(competitorsOptions(deal.id));
  const strength = useFieldMap('competitor').get('strength');
  return (
    <PartsCard part="competitor" deal={deal} parts={data?.data} error={error} names={asked} nameOf={nameOf}>
      {(rivals, edit, mayWrite) => (
        <ul className="mt-1">
          {rivals.map((one) => (
            <li key={one.id} className="flex min-h-row items-center gap-2 py-1">
              <Swords aria-hidden className="text-faint" />
              <span className="min-w-0 grow">
                <span className="block truncate" dir="auto">
                  {one.name}
                </span>
                {one.notes && (
                  <span className="block truncate text-secondary text-xs" data-tip={one.notes} dir="auto">
                    {one.notes}
                  </span>
                )}
              </span>
              {one.strength && (
                <Chip tone={one.strength === 'high' ? 'warning' : 'plain'}>
                  {own.strength(labelOf(strength, one.strength))}
                </Chip>
              )}
              {mayWrite && edit(one)}
            </li>
          ))}
        </ul>
      )}
    </PartsCard>
  );
}
