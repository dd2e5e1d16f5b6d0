import { useQuery } from '@tanstack/react-query';
import { peopleOptions } from '../data/people.ts';
import { useSession } from '../data/session.ts';
import { type Priority, priorities, taskCountsOptions } from '../data/tasks.ts';
import { tasksTexts as words } from '../texts/index.ts';
import { Select } from '../ui/input.tsx';
import type { TasksSearch } from './tasks-search.ts';

interface AgendaFilterProps {
  search: TasksSearch;
  onChange: (part: { [name in keyof TasksSearch]: TasksSearch[name] | undefined }) => void;
}

/** Whose tasks are shown, from which queue, how pressing. */
export function AgendaFilter({ search, onChange }: AgendaFilterProps) {
  const me = useSession()?.user.id;
  const others = (useQuery(peopleOptions).data ?? []).filter((user) => user.id !== me && user.active);
  const queues = new Set([
    ...(useQuery(taskCountsOptions).data?.queues ?? []),
    ...(search.queue ? [search.queue] : []),
  ]);
  return (
    <div className="flex min-w-0 flex-wrap gap-2">
      <Select
        aria-label={words.whose}
        className="min-w-0 max-tab:grow max-tab:basis-0"
        value={search.assignee ?? ''}
        onChange={({ target }) => onChange({ assignee: target.value || undefined })}
      >
        <option value="">{words.me}</option>
        <option value="anyone">{words.anyone}</option>
        <option value="nobody">{words.nobody}</option>
        {others.map((user) => (
          <option key={user.id} value={user.id}>
            {user.name}
          </option>
        ))}
      </Select>
      {queues.size > 0 && (
        <Select
          aria-label={words.queue}
          className="min-w-0 max-tab:grow max-tab:basis-0"
          value={search.queue ?? ''}
          // What lies on a pile is mostly nobody's yet.
          onChange={({ target }) =>
            onChange({
              queue: target.value || undefined,
              assignee: target.value ? (search.assignee ?? 'anyone') : undefined,
            })
          }
        >
          <option value="">{words.anyQueue}</option>
          {[...queues].map((queue) => (
            <option key={queue} value={queue}>
              {words.queued(queue)}
            </option>
          ))}
        </Select>
      )}
      <Select
        aria-label={words.priority}
        className="min-w-0 max-tab:grow max-tab:basis-0"
        value={search.priority ?? ''}
        onChange={({ target }) => onChange({ priority: (target.value || undefined) as Priority | undefined })}
      >
        <option value="">{words.anyPriority}</option>
        {[...priorities].reverse().map((name) => (
          <option key={name} value={name}>
            {words.priorities[name]}
          </option>
        ))}
      </Select>
    </div>
  );
}
