import { Plus } from 'lucide-react';
import { useFieldMap } from '../data/catalogue.ts';
import type { KithRecord } from '../data/types.ts';
import { readValue } from '../data/values.ts';
import { recordTexts } from '../texts/index.ts';
import { percent } from '../ui/format.ts';

const wanted = ['email', 'phone', 'title', 'accountId', 'city', 'country', 'linkedinUrl', 'gdprConsentDate'];

/** How complete and sure the facts are, and which are missing; a click fills one in. */
export function QualityCard({ contact, onFill }: { contact: KithRecord; onFill: (field: string) => void }) {
  const fields = useFieldMap('contact');
  const quality = typeof contact.qualityScore === 'number' ? contact.qualityScore : undefined;
  const missing =
    quality === 1
      ? []
      : wanted.map((name) => fields.get(name)).filter((field) => field?.editable && !readValue(contact, field.name));
  if (quality === undefined && missing.length === 0) return null;
  return (
    <section aria-labelledby="quality-heading" className="border-line border-b px-4 py-4">
      <div className="flex items-center justify-between">
        <h2 id="quality-heading" className="font-semibold">
          {recordTexts.quality.title}
        </h2>
        {quality !== undefined && <span className="tabular">{percent(quality)}</span>}
      </div>
      {missing.length > 0 ? (
        <>
          <p className="mt-1 text-secondary">{recordTexts.quality.missing}</p>
          <p className="mt-2 flex flex-wrap gap-1.5">
            {missing.map(
              (field) =>
                field && (
                  <button
                    key={field.name}
                    type="button"
                    onClick={() => onFill(field.name)}
                    className="flex h-6 items-center gap-1 rounded-full border border-line-strong border-dashed px-2 text-secondary text-xs hover:border-mark hover:text-text touch:h-9 touch:px-3"
                  >
                    <Plus aria-hidden className="size-3" />
                    {field.label}
                  </button>
                ),
            )}
          </p>
        </>
      ) : (
        <p className="mt-1 text-secondary">{recordTexts.quality.complete}</p>
      )}
    </section>
  );
}
