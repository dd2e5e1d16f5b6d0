import { useState } from 'react';
import type { AgendaSection } from '../data/tasks.ts';
import { tasksTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { TaskRow } from './task-row.tsx';

interface AgendaListProps {
  sections: readonly AgendaSection[];
  mayWrite: boolean;
  named: boolean;
  onOpen: (id: string) => void;
  onMore: (() => void) | undefined;
}

/** The tasks under the names of their sections. */
export function AgendaList({ sections, mayWrite, named, onOpen, onMore }: AgendaListProps) {
  const [active, setActive] = useState<string>();
  return (
    <div className="min-h-0 grow overflow-y-auto">
      {sections.map((section) => (
        <section key={section.name} aria-labelledby={`tasks-${section.name}`}>
          <h2
            id={`tasks-${section.name}`}
            className={cx(
              'sticky top-0 z-10 flex items-center gap-2 border-line border-b bg-bg px-4 py-1.5 font-medium text-xs',
              section.name === 'overdue' ? 'text-danger-text' : 'text-secondary',
            )}
          >
            {words.sections[section.name]}
            <span className="tabular font-normal text-secondary">
              <span aria-hidden>
                {section.count}
                {!section.countIsExact && '+'}
              </span>
              <span className="only-read">{words.count(section.count, section.countIsExact)}</span>
            </span>
          </h2>
          <ul aria-labelledby={`tasks-${section.name}`}>
            {section.tasks.map((task) => (
              <TaskRow
                key={task.id}
                task={task}
                active={task.id === active}
                mayWrite={mayWrite}
                named={named}
                onFocus={() => setActive(task.id)}
                onOpen={() => onOpen(task.id)}
              />
            ))}
          </ul>
          <Rest section={section} onMore={onMore} />
        </section>
      ))}
    </div>
  );
}

function Rest({ section, onMore }: { section: AgendaSection; onMore: (() => void) | undefined }) {
  const shown = section.tasks.length;
  if (section.count <= shown) return null;
  return (
    <div className="grid place-items-center border-line border-b p-1">
      {onMore ? (
        <Button small kind="quiet" onClick={onMore}>
          {words.showMore}
        </Button>
      ) : (
        <p className="py-1 text-secondary">{words.first(shown, section.count, section.countIsExact)}</p>
      )}
    </div>
  );
}
