import { useState } from 'react';
import { ApiProblem } from '../data/problem.ts';
import { type MadeTask, type Priority, type TaskRule, taskRules } from '../data/setup/task-rules.ts';
import { FilterEditor } from '../records/filter/filter-editor.tsx';
import { usePeople } from '../routing/people.tsx';
import { SettingDialog } from '../settings/setting-dialog.tsx';
import { taskRulesTexts as words } from '../texts/index.ts';
import { Field } from '../ui/field.tsx';
import { NumberInput } from '../ui/forms/number-input.tsx';
import { Input, Select } from '../ui/input.tsx';
import { EventSelect } from './event-select.tsx';
import { objectOf } from './event-words.ts';

interface Draft {
  name: string;
  event: string;
  filter: Record<string, unknown> | null;
  task: MadeTask;
}

const begun: Draft = {
  name: '',
  event: 'crm.deal.won',
  filter: null,
  task: { subject: '', priority: 'normal', dueInDays: 2, assignTo: 'owner' },
};

/** Makes or changes a rule. */
export function TaskRuleDialog({ rule, onClose }: { rule: TaskRule | undefined; onClose: () => void }) {
  const [draft, setDraft] = useState<Draft>(rule ?? begun);
  const save = taskRules.useSave(({ name }) => words.saved(name));
  const problem = save.error ? ApiProblem.from(save.error) : undefined;
  const object = objectOf(draft.event);
  const submit = () => {
    const { name, task, event: type } = draft;
    const filter = object ? draft.filter : null;
    save.mutate({ id: rule?.id, values: { name: name.trim(), event: type, filter, task } }, { onSuccess: onClose });
  };
  return (
    <SettingDialog
      title={rule ? words.edit(rule.name) : words.create}
      label={words.name}
      name={draft.name}
      onName={(name) => setDraft({ ...draft, name })}
      busy={save.isPending}
      problem={problem}
      wide
      onSave={submit}
      onClose={onClose}
    >
      <EventSelect
        label={words.event}
        value={draft.event}
        error={problem?.errorOf('event')}
        onChange={(event) => setDraft({ ...draft, event, filter: null })}
      />
      {object && (
        <fieldset>
          <legend className="font-medium">{words.filter}</legend>
          <div className="-mx-3">
            <FilterEditor
              key={object}
              object={object}
              filter={draft.filter}
              onChange={(filter) => setDraft((now) => ({ ...now, filter: filter ?? null }))}
            />
          </div>
          <p className="text-secondary text-xs">{words.filterHint}</p>
        </fieldset>
      )}
      <TaskInputs task={draft.task} problem={problem} onChange={(task) => setDraft({ ...draft, task })} />
    </SettingDialog>
  );
}

interface TaskInputsProps {
  task: MadeTask;
  problem: ApiProblem | undefined;
  onChange: (task: MadeTask) => void;
}

function TaskInputs({ task, problem, onChange }: TaskInputsProps) {
  const { dueInDays, assignTo, assigneeId, ...rest } = task;
  const people = usePeople();
  const days = dueInDays === undefined ? {} : { dueInDays };
  const who = assignTo ? { assignTo } : assigneeId ? { assigneeId } : {};
  return (
    <>
      <Field label={words.subject} hint={words.subjectHint} error={problem?.errorOf('task.subject')}>
        {(ids) => (
          <Input
            {...ids}
            required
            maxLength={400}
            value={task.subject}
            onChange={(event) => onChange({ ...task, subject: event.target.value })}
          />
        )}
      </Field>
      <div className="grid gap-4 tab:grid-cols-3">
        <Field label={words.who} error={problem?.errorOf('task.assigneeId')}>
          {(ids) => (
            <Select
              {...ids}
              value={assignTo ?? assigneeId ?? ''}
              onChange={({ target: { value } }) =>
                onChange({
                  ...rest,
                  ...days,
                  ...(value === 'owner' ? { assignTo: value } : value ? { assigneeId: value } : {}),
                })
              }
            >
              <option value="owner">{words.owner}</option>
              {people.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.name}
                </option>
              ))}
              <option value="">{words.nobody}</option>
            </Select>
          )}
        </Field>
        <Field label={words.due} hint={words.dueHint} error={problem?.errorOf('task.dueInDays')}>
          {(ids) => (
            <NumberInput
              {...ids}
              value={dueInDays}
              onNumber={(next) => onChange({ ...rest, ...who, ...(next === undefined ? {} : { dueInDays: next }) })}
            />
          )}
        </Field>
        <Field label={words.priority}>
          {(ids) => (
            <Select
              {...ids}
              value={task.priority ?? 'normal'}
              onChange={(event) => onChange({ ...task, priority: event.target.value as Priority })}
            >
              {Object.entries(words.priorities).map(([name, label]) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
    </>
  );
}
