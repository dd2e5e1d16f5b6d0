import { ArrowRight, Plus } from 'lucide-react';
import { useId } from 'react';
import type { KithRecord } from '../data/types.ts';
import { dealTexts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { exactDay } from '../ui/format.ts';
import { money } from '../ui/money.ts';

/** What is at stake, until when, and what is to be done next. */
export function NextStepCard({ deal, onFill }: { deal: KithRecord; onFill: (field: string) => void }) {
  const id = useId();
  const { amount, currency, closeDate, nextStep, probability, status } = deal;
  return (
    <section aria-label={dealTexts.worth} className="border-line border-b px-4 py-4">
      <div className="flex items-baseline justify-between gap-2">
        <p className="tabular truncate font-semibold text-xl">
          {typeof amount === 'string' ? money(amount, String(currency)) : dealTexts.noAmount}
        </p>
        {status === 'open' && <span className="tabular text-secondary">{dealTexts.chance(Number(probability))}</span>}
      </div>
      {typeof closeDate === 'string' && (
        <p className="tabular text-secondary">
          {status === 'open' ? dealTexts.closes(exactDay(closeDate)) : dealTexts.closed(exactDay(closeDate))}
        </p>
      )}
      {status === 'lost' && typeof deal.lostReason === 'string' && (
        <p className="text-secondary">{dealTexts.because(deal.lostReason)}</p>
      )}
      {status === 'open' && (
        <>
          <h2 id={id} className="mt-4 font-semibold">
            {dealTexts.nextStep}
          </h2>
          {typeof nextStep === 'string' && nextStep ? (
            <button
              type="button"
              onClick={() => onFill('nextStep')}
              className="-mx-2 mt-1 flex w-full items-start gap-2 rounded-control px-2 py-1 text-left hover:bg-hover"
            >
              <ArrowRight aria-hidden className="mt-0.5 text-secondary" />
              <span className="text-pretty" dir="auto">
                {nextStep}
              </span>
            </button>
          ) : (
            <Button small kind="quiet" icon={Plus} className="-ml-2 mt-1" onClick={() => onFill('nextStep')}>
              {dealTexts.addNextStep}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
