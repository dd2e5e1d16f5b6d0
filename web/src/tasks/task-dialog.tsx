import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sayWithUndo } from '../data/changes.ts';
import { peopleOptions } from '../data/people.ts';
import { useMay } from '../data/permissions.ts';
import { ApiProblem } from '../data/problem.ts';
import { type Priority, priorities, type Task, type TaskValues, taskOptions, updateTask } from '../data/tasks.ts';
import { texts, tasksTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input, Select, TextArea } from '../ui/input.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemNote, ProblemState } from '../ui/state.tsx';
import { AboutLink } from './about-link.tsx';
import { dayOf, dayText } from './days.ts';
import { repeatWords } from './due-words.ts';
import { taskActions } from './task-actions.ts';

interface TaskDialogProps {
  id: string;
  onClose: () => void;
}

/** A task with all that is known of it, to be read, changed, done or deleted. */
export function TaskDialog({ id, onClose }: TaskDialogProps) {
  const found = useQuery(taskOptions(id));
  if (found.data) return <TaskForm key={found.data.id} task={found.data} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={words.title}>
      {found.error ? <ProblemState error={found.error} /> : <Skeleton className="h-40 w-full" />}
    </Dialog>
  );
}

interface Draft {
  subject: string;
  description: string;
  day: string;
  /** As `14:00`; empty where no hour matters. */
  hour: string;
  priority: Priority;
  repeat: string;
  assigneeId: string;
  queue: string;
}

function draftOf(task: Task): Draft {
  const at = task.dueAt && !task.dueOn ? new Date(task.dueAt) : undefined;
  return {
    subject: task.subject,
    description: task.description ?? '',
    day: task.dueOn ?? (at ? dayText(at) : ''),
    hour: at ? `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}` : '',
    priority: task.priority,
    repeat: task.repeat ?? '',
    assigneeId: task.assigneeId ?? '',
    queue: task.queue ?? '',
  };
}

function dueOf({ day, hour }: Draft): Pick<TaskValues, 'dueAt' | 'dueOn'> {
  if (!day) return { dueAt: null, dueOn: null };
  if (!hour) return { dueOn: day };
  const at = dayOf(day);
  const [hours = 0, minutes = 0] = hour.split(':').map(Number);
  at.setHours(hours, minutes);
  return { dueAt: at.toISOString(), dueOn: null };
}

/** Only what was changed, so that what others have changed meanwhile stays. */
function changesOf(draft: Draft, before: Draft): TaskValues {
  const changed = (name: keyof Draft) => draft[name] !== before[name];
  return {
    ...(changed('subject') ? { subject: draft.subject.trim() } : {}),
    ...(changed('description') ? { description: draft.description.trim() || null } : {}),
    ...(changed('day') || changed('hour') ? dueOf(draft) : {}),
    ...(changed('priority') ? { priority: draft.priority } : {}),
    ...(changed('repeat') ? { repeat: draft.repeat || null } : {}),
    ...(changed('assigneeId') ? { assigneeId: draft.assigneeId || null } : {}),
    ...(changed('queue') ? { queue: draft.queue.trim() || null } : {}),
  };
}

function TaskForm({ task, onClose }: { task: Task; onClose: () => void }) {
  const [before] = useState(() => draftOf(task));
  const [draft, setDraft] = useState(before);
  const [problem, setProblem] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);
  const mayWrite = useMay('tasks:write');
  const open = task.status === 'open';
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const values = changesOf(draft, before);
    if (Object.keys(values).length === 0) return onClose();
    setBusy(true);
    try {
      sayWithUndo(words.saved(draft.subject), await updateTask(task, values));
      onClose();
    } catch (error) {
      setProblem(ApiProblem.from(error));
      setBusy(false);
    }
  };
  const leaveBy = (run: Promise<boolean>) => void run.then((done) => done && onClose());
  return (
    <Dialog
      open
      onClose={onClose}
      title={task.subject}
      description={<AboutLink task={task} />}
      actions={
        mayWrite && (
          <>
            <Button kind="quietDanger" className="mr-auto" onClick={() => leaveBy(taskActions.delete(task))}>
              {words.delete}
            </Button>
            {open && <Button onClick={() => leaveBy(taskActions.complete(task))}>{words.completeKey}</Button>}
            <Button kind="primary" type="submit" form="task-form" busy={busy}>
              {texts.common.save}
            </Button>
          </>
        )
      }
    >
      <form id="task-form" noValidate onSubmit={(event) => void save(event)}>
        <fieldset disabled={!mayWrite} className="grid gap-4">
          <TaskInputs draft={draft} problem={problem} onChange={(part) => setDraft({ ...draft, ...part })} />
          {problem && problem.errors.length === 0 && <ProblemNote error={problem} />}
        </fieldset>
      </form>
    </Dialog>
  );
}

interface TaskInputsProps {
  draft: Draft;
  problem: ApiProblem | undefined;
  onChange: (part: Partial<Draft>) => void;
}

function TaskInputs({ draft, problem, onChange }: TaskInputsProps) {
  const { fields } = words;
  return (
    <>
      <Field label={fields.subject} error={problem?.errorOf('subject')}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={500}
            value={draft.subject}
            onChange={({ target }) => onChange({ subject: target.value })}
          />
        )}
      </Field>
      <div className="grid gap-4 tab:grid-cols-2">
        <Field label={fields.day} error={problem?.errorOf('dueOn') ?? problem?.errorOf('dueAt')}>
          {(ids) => (
            <Input {...ids} type="date" value={draft.day} onChange={({ target }) => onChange({ day: target.value })} />
          )}
        </Field>
        <Field label={fields.hour} hint={fields.hourHint}>
          {(ids) => (
            <Input
              {...ids}
              type="time"
              disabled={!draft.day}
              value={draft.hour}
              onChange={({ target }) => onChange({ hour: target.value })}
            />
          )}
        </Field>
        <Field label={words.priority}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.priority}
              onChange={({ target }) => onChange({ priority: target.value as Priority })}
            >
              {priorities.map((name) => (
                <option key={name} value={name}>
                  {words.priorities[name]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <RepeatField draft={draft} error={problem?.errorOf('repeat')} onChange={onChange} />
        <AssigneeField draft={draft} error={problem?.errorOf('assigneeId')} onChange={onChange} />
        <Field label={words.queue} error={problem?.errorOf('queue')}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={100}
              value={draft.queue}
              onChange={({ target }) => onChange({ queue: target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={fields.description} error={problem?.errorOf('description')}>
        {(ids) => (
          <TextArea
            {...ids}
            value={draft.description}
            dir="auto"
            onChange={({ target }) => onChange({ description: target.value })}
          />
        )}
      </Field>
    </>
  );
}

type OneFieldProps = Pick<TaskInputsProps, 'draft' | 'onChange'> & { error: string | undefined };

function RepeatField({ draft, error, onChange }: OneFieldProps) {
  const known = draft.repeat === '' || draft.repeat in words.repeats;
  return (
    <Field label={words.fields.repeat} error={error}>
      {(ids) => (
        <Select {...ids} value={draft.repeat} onChange={({ target }) => onChange({ repeat: target.value })}>
          <option value="">{words.fields.never}</option>
          {Object.entries(words.repeats).map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
          {!known && <option value={draft.repeat}>{repeatWords(draft.repeat)}</option>}
        </Select>
      )}
    </Field>
  );
}

function AssigneeField({ draft, error, onChange }: OneFieldProps) {
  const people = useQuery(peopleOptions).data?.filter((user) => user.active) ?? [];
  return (
    <Field label={words.fields.assignee} error={error}>
      {(ids) => (
        <Select {...ids} value={draft.assigneeId} onChange={({ target }) => onChange({ assigneeId: target.value })}>
          <option value="">{words.fields.nobody}</option>
          {people.map((user) => (
            <option key={user.id} value={user.id}>
              {user.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
