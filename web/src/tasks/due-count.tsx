import { useQuery } from '@tanstack/react-query';
import { taskCountsOptions } from '../data/tasks.ts';
import { tasksTexts as words } from '../texts/index.ts';

/** How many tasks are overdue or due today, beside their place in the navigation. */
export function DueCount() {
  const { data: counts } = useQuery(taskCountsOptions);
  const waiting = counts ? counts.overdue + counts.today : 0;
  if (!counts || waiting === 0) return null;
  const said = words.due(counts.overdue, counts.today);
  return (
    <span data-tip={said} className="tabular ml-auto text-xs">
      <span aria-hidden>{counts.overdueIsExact ? waiting : `${waiting}+`}</span>
      <span className="only-read">{said}</span>
    </span>
  );
}
