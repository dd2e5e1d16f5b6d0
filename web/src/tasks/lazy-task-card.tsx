import { Suspense } from 'react';
import type { ObjectName } from '../data/catalogue.ts';
import { lazily } from '../ui/lazily.ts';

const TaskCard = lazily(() => import('./task-card.tsx').then((module) => module.TaskCard));

/** The card of the tasks of a record, in a place that is kept for it while its code comes. */
export function LazyTaskCard({ object, recordId }: { object: ObjectName; recordId: string }) {
  return (
    <Suspense fallback={<div className="h-28 border-line border-b" />}>
      <TaskCard object={object} recordId={recordId} />
    </Suspense>
  );
}
