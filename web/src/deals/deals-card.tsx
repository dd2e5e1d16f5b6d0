import type { KithRecord } from '../data/types.ts';
import { joined } from '../kinds/index.ts';
import { RelatedCard } from '../records/page/related-card.tsx';
import { recordTexts } from '../texts/index.ts';
import { exactDay } from '../ui/format.ts';

interface DealsCardProps {
  /** The field of a deal that says whose it is. */
  field: 'accountId' | 'contactId';
  id: string;
  /** What else a new one made here starts with. */
  given?: Record<string, unknown>;
}

/** The deals of an account or a contact. */
export function DealsCard({ field, id, given = {} }: DealsCardProps) {
  return (
    <RelatedCard
      object="deal"
      title={recordTexts.deals.title}
      none={recordTexts.deals.none}
      filter={{ [field]: { eq: id } }}
      sort="-closeDate"
      given={{ ...given, [field]: id }}
      line={(deal: KithRecord) =>
        joined(deal.stage, deal.status === 'open' && typeof deal.closeDate === 'string' && exactDay(deal.closeDate))
      }
      most={8}
    />
  );
}
