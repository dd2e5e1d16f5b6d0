import { Link } from '@tanstack/react-router';
import { type AboutField, aboutFields, type Task } from '../data/tasks.ts';
import { kindOf } from '../kinds/index.ts';
import { recordLink } from '../kinds/links.ts';
import { cx } from '../ui/cx.ts';

/** What a task is about: the nearest of what it stands with. */
export function aboutOf(task: Task) {
  for (const [field, object] of Object.entries(aboutFields) as [AboutField, (typeof aboutFields)[AboutField]][]) {
    const id = task[field];
    if (id) return { object, id, name: task[object]?.name ?? kindOf(object).words.one };
  }
  return undefined;
}

export function AboutLink({ task, className }: { task: Task; className?: string }) {
  const about = aboutOf(task);
  if (!about) return null;
  const { icon: Icon } = kindOf(about.object);
  return (
    <Link
      {...recordLink(about.object, about.id)}
      className={cx(
        'relative inline-flex min-w-0 items-center gap-1.5 text-secondary hover:text-text hover:underline',
        className,
      )}
    >
      <Icon aria-hidden className="shrink-0" />
      <span className="truncate" dir="auto">
        {about.name}
      </span>
    </Link>
  );
}
