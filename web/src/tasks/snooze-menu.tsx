import { useQuery } from '@tanstack/react-query';
import { AlarmClock } from 'lucide-react';
import { type Task, taskCountsOptions } from '../data/tasks.ts';
import { tasksTexts as words } from '../texts/index.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/overlay/menu.tsx';
import { daysAfter, dayText } from './days.ts';
import { taskActions } from './task-actions.ts';

/** Moves a task to another day, each with how much is due on it already. */
export function SnoozeMenu({ task }: { task: Task }) {
  const counts = useQuery(taskCountsOptions).data?.days;
  const now = new Date();
  const { moments } = words;
  const choices = [
    { label: moments.today, day: dayText(now) },
    { label: moments.tomorrow, day: dayText(daysAfter(now, 1)) },
    { label: moments.monday, day: dayText(daysAfter(now, (8 - now.getDay()) % 7 || 7)) },
    { label: moments.week, day: dayText(daysAfter(now, 7)) },
  ];
  return (
    <Menu
      label={words.snoozeTitle}
      align="end"
      trigger={(props) => (
        <IconButton small {...props} icon={AlarmClock} label={words.snooze(task.subject)} tip={words.snoozeTitle} />
      )}
      groups={[
        choices.map(({ label, day }) => ({
          label,
          hint: words.onDay(counts?.find(({ date }) => date === day)?.count ?? 0),
          onSelect: () => void taskActions.move(task, day),
        })),
        [!task.repeat && { label: moments.none, onSelect: () => void taskActions.move(task, null) }],
      ]}
    />
  );
}
