import type { ObjectName } from '../../data/catalogue.ts';
import { texts } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { PageState } from '../../ui/state.tsx';
import { useAsOf } from './as-of-button.tsx';

/** The moment asked for lies before the record's beginning. */
export function NotYet({ object, id }: { object: ObjectName; id: string }) {
  const go = useAsOf(object, id);
  return (
    <PageState
      drawing="clock"
      title={texts.history.notYet}
      text={texts.history.notYetText}
      action={<Button onClick={() => go(undefined)}>{texts.history.back}</Button>}
    />
  );
}
