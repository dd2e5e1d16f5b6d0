import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { ChangeSet } from '../data/setup/changes.ts';
import { changesTexts as words } from '../texts/index.ts';
import { Chip } from '../ui/chip.tsx';
import { cx } from '../ui/cx.ts';
import { Time } from '../ui/time.tsx';
import { deedWords, kindsTouched } from './deed-words.ts';
import { UndoPreview } from './undo-preview.tsx';

/** One thing that was done; opened, it shows what taking it back would do. */
export function ChangeRow({ set }: { set: ChangeSet }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { actor, at, operation, status, undoneBy } = set;
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        className="ring-inside flex w-full flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-left hover:bg-hover"
      >
        <ChevronRight aria-hidden className={cx('shrink-0 text-faint', open && 'rotate-90')} />
        <span className="min-w-0 grow">
          <span className="block">
            <span className="font-medium">{deedWords(set)}</span>{' '}
            <span className="text-secondary">{words.by(actor.name ?? words.somebody)}</span>
          </span>
          <span className="wrap-anywhere block text-secondary text-xs">
            {[kindsTouched(set), operation].filter(Boolean).join(' · ')}
          </span>
        </span>
        {status === 'partial' && <Chip>{words.underWay}</Chip>}
        {undoneBy && <Chip>{words.undone}</Chip>}
        <Time at={at} className="text-secondary text-xs" />
      </button>
      {open && (
        <div id={id} className="border-line border-t bg-sunken px-4 py-3">
          {undoneBy ? <p className="text-secondary">{words.undoneAlready}</p> : <UndoPreview set={set} />}
        </div>
      )}
    </li>
  );
}
