import { Plus } from 'lucide-react';
import { type FormEvent, type RefObject, useState } from 'react';
import type { TaskValues } from '../data/tasks.ts';
import { tasksTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { readQuickTask } from './quick-task.ts';
import { taskActions } from './task-actions.ts';
import { Understood } from './understood.tsx';

interface QuickAddProps {
  placeholder: string;
  /** What a new one has besides what the line says. */
  given: TaskValues;
  input?: RefObject<HTMLInputElement | null>;
}

/** A task in one line: what is to be done and by when. */
export function QuickAdd({ placeholder, given, input }: QuickAddProps) {
  const [line, setLine] = useState('');
  const typed = line.trim() !== '';
  // The line is free for the next one at once; what was refused comes back, unless something else was typed meanwhile.
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!typed) return;
    setLine('');
    const done = await taskActions.create({ ...given, ...readQuickTask(line, new Date()) });
    if (!done) setLine((now) => now || line);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-1.5">
      <div className="flex gap-2">
        <Input
          ref={input}
          aria-label={words.add}
          placeholder={placeholder}
          maxLength={500}
          autoComplete="off"
          value={line}
          dir="auto"
          onChange={(event) => setLine(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        {typed && (
          <Button kind="primary" type="submit" icon={Plus}>
            {words.add}
          </Button>
        )}
      </div>
      {typed && <Understood task={readQuickTask(line, new Date())} />}
    </form>
  );
}
