import { useQuery } from '@tanstack/react-query';
import { Suspense, useId, useState } from 'react';
import type { ObjectName } from '../data/catalogue.ts';
import { useMay } from '../data/permissions.ts';
import { useSession } from '../data/session.ts';
import { tasksAboutOptions } from '../data/tasks.ts';
import { tasksTexts as words } from '../texts/index.ts';
import { lazily } from '../ui/lazily.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { QuickAdd } from './quick-add.tsx';
import { TaskRow } from './task-row.tsx';

const TaskDialog = lazily(() => import('./task-dialog.tsx').then((module) => module.TaskDialog));

/** What is to be done about the record of the page. */
export function TaskCard({ object, recordId }: { object: ObjectName; recordId: string }) {
  const id = useId();
  const mayRead = useMay('tasks:read');
  const mayWrite = useMay('tasks:write');
  const me = useSession()?.user.id;
  const found = useQuery({ ...tasksAboutOptions(object, recordId), enabled: mayRead });
  const [opened, open] = useState<string>();
  if (!mayRead) return null;
  const tasks = found.data?.data ?? [];
  const given = { [`${object}Id`]: recordId, ...(me?.startsWith('us_') ? { assigneeId: me } : {}) };
  return (
    <section aria-labelledby={id} className="border-line border-b px-4 py-4 last:border-0">
      <h2 id={id} className="font-semibold">
        {words.title}
      </h2>
      <ProblemNote error={found.error} />
      {found.isPending && <Skeleton className="mt-2 h-11 w-full" />}
      {found.data && tasks.length === 0 && <p className="mt-1 text-secondary">{words.noneAbout}</p>}
      <ul className="-mx-2 mt-1 mb-2">
        {tasks.map((task) => (
          <TaskRow
            key={task.id}
            task={task}
            small
            named={task.assigneeId !== me}
            mayWrite={mayWrite}
            onOpen={() => open(task.id)}
          />
        ))}
      </ul>
      {mayWrite && <QuickAdd placeholder={words.addAbout} given={given} />}
      <Suspense>{opened && <TaskDialog id={opened} onClose={() => open(undefined)} />}</Suspense>
    </section>
  );
}
