import { History } from 'lucide-react';
import { Suspense } from 'react';
import type { ObjectName } from '../../data/catalogue.ts';
import { recordTexts } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { exactTime } from '../../ui/format.ts';
import { lazily } from '../../ui/lazily.ts';
import { Floating } from '../../ui/overlay/floating.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

const AsOfPanel = lazily(() => import('./as-of-panel.tsx').then((module) => module.AsOfPanel));

interface AsOfProps {
  object: ObjectName;
  id: string;
  asOf: string | undefined;
}

/** Looks at the record as it was: at a moment, or change by change. */
export function AsOfButton({ object, id, asOf }: AsOfProps) {
  return (
    <Floating
      label={recordTexts.history.lookBack}
      align="end"
      className="w-side"
      trigger={(props) => (
        <Button {...props} small kind={asOf ? 'secondary' : 'quiet'} icon={History} tip={recordTexts.history.lookBack}>
          <span className="max-tab:only-read">{asOf ? exactTime(asOf) : recordTexts.history.title}</span>
        </Button>
      )}
    >
      {(close) => (
        <Suspense fallback={<Skeleton className="m-4 h-40" />}>
          <AsOfPanel object={object} id={id} asOf={asOf} close={close} />
        </Suspense>
      )}
    </Floating>
  );
}
