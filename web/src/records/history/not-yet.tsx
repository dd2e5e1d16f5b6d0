import type { ObjectName } from '../../data/catalogue.ts';
import { recordTexts } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { PageState } from '../../ui/state.tsx';
import { useAsOf } from './use-as-of.ts';

/** The moment asked for lies before the record's beginning. */
export function NotYet({ object, id }: { object: ObjectName; id: string }) {
  const go = useAsOf(object, id);
  return (
    <PageState
      drawing="clock"
      title={recordTexts.history.notYet}
      text={recordTexts.history.notYetText}
      action={<Button onClick={() => go(undefined)}>{recordTexts.history.back}</Button>}
    />
  );
}
