import { History } from 'lucide-react';
import type { ObjectName } from '../../data/catalogue.ts';
import { recordTexts } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { exactTime } from '../../ui/format.ts';
import { useAsOf } from './use-as-of.ts';

/** Says that the past is shown, so that nobody takes it for now. */
export function AsOfBanner({ object, id, asOf }: { object: ObjectName; id: string; asOf: string }) {
  const go = useAsOf(object, id);
  return (
    <div
      role="status"
      className="flex shrink-0 items-center gap-2 border-line border-b bg-warning-soft py-1 pr-2 pl-4 text-warning-text"
    >
      <History aria-hidden />
      <span className="grow">{recordTexts.history.asOf(exactTime(asOf))}</span>
      <Button small kind="ghost" onClick={() => go(undefined)}>
        {recordTexts.history.back}
      </Button>
    </div>
  );
}
