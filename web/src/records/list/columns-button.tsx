import { Columns3 } from 'lucide-react';
import { Suspense } from 'react';
import { texts } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { lazily } from '../../ui/lazily.ts';
import { Floating } from '../../ui/overlay/floating.tsx';
import type { ListState } from '../views/use-list-state.ts';

const ColumnsPanel = lazily(() => import('./columns-panel.tsx').then((module) => module.ColumnsPanel));

/** Which columns a table shows, and in which order. */
export function ColumnsButton({ state }: { state: ListState }) {
  return (
    <Floating
      label={texts.table.columns}
      align="end"
      className="w-picker"
      trigger={(props) => (
        <Button {...props} small kind="quiet" icon={Columns3}>
          {texts.table.columns}
        </Button>
      )}
    >
      {() => (
        <Suspense>
          <ColumnsPanel state={state} />
        </Suspense>
      )}
    </Floating>
  );
}
