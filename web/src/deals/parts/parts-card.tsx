import { Pencil, Plus } from 'lucide-react';
import { type ReactNode, Suspense, useId, useState } from 'react';
import type { PartName } from '../../data/deal-parts.ts';
import { useMay } from '../../data/permissions.ts';
import type { KithRecord } from '../../data/types.ts';
import { dealPartsTexts as words } from '../../texts/index.ts';
import { IconButton } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { lazily } from '../../ui/lazily.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ProblemNote } from '../../ui/state.tsx';

const PartDialog = lazily(() => import('./part-dialog.tsx').then((module) => module.PartDialog));

interface PartsCardProps<Part extends KithRecord> {
  part: PartName;
  deal: KithRecord;
  /** Undefined until they are there. */
  parts: readonly Part[] | undefined;
  error: unknown;
  /** The fields of one, as its dialog asks for them. */
  names: readonly string[];
  nameOf: (part: KithRecord) => string;
  /** Draws them; `edit` is the button that opens one. */
  children: (parts: readonly Part[], edit: (part: Part) => ReactNode, mayWrite: boolean) => ReactNode;
}

const areas: Record<PartName, string> = {
  lineItem: 'lineItems',
  stakeholder: 'stakeholders',
  competitor: 'competitors',
};

/** What a deal is made of, one kind of it: the list, and the dialog in which one is added, changed or taken away. */
export function PartsCard<Part extends KithRecord>({
  part,
  deal,
  parts,
  error,
  names,
  nameOf,
  children,
}: PartsCardProps<Part>) {
  const id = useId();
  const [open, setOpen] = useState<Part | 'new'>();
  const mayWrite = useMay(`${areas[part]}:write`) && !deal.deletedAt;
  const edit = (one: Part) => (
    <IconButton small icon={Pencil} label={words.edit(nameOf(one))} disabled={!mayWrite} onClick={() => setOpen(one)} />
  );
  return (
    <section aria-labelledby={id} className="border-line border-b px-4 py-4 last:border-0">
      <div className="flex min-h-control-small items-center gap-2">
        <h2 id={id} className="font-semibold">
          {words[part].title}
        </h2>
        {parts && parts.length > 0 && <span className="tabular text-secondary">{number(parts.length)}</span>}
        {mayWrite && (
          <IconButton
            small
            icon={Plus}
            label={words[part].add}
            onClick={() => setOpen('new')}
            className="-mr-1.5 ml-auto"
          />
        )}
      </div>
      <ProblemNote error={error} />
      {!parts && !error && <Skeleton className="mt-3 h-16 w-full" />}
      {parts?.length === 0 && <p className="mt-1 text-pretty text-secondary">{words[part].none}</p>}
      {parts && parts.length > 0 && children(parts, edit, mayWrite)}
      <Suspense>
        {open && (
          <PartDialog
            part={part}
            dealId={deal.id}
            names={names}
            nameOf={nameOf}
            record={open === 'new' ? undefined : open}
            onClose={() => setOpen(undefined)}
          />
        )}
      </Suspense>
    </section>
  );
}
