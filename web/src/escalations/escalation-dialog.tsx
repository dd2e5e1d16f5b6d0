import { useState } from 'react';
import { ApiProblem } from '../data/problem.ts';
import { type EscalationRule, escalationRules, type Tell, type ToldTask } from '../data/setup/escalations.ts';
import { FilterEditor } from '../records/filter/filter-editor.tsx';
import { SettingDialog } from '../settings/setting-dialog.tsx';
import { EventSelect } from '../task-rules/event-select.tsx';
import { objectOf } from '../task-rules/event-words.ts';
import { escalationsTexts as words } from '../texts/index.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field } from '../ui/field.tsx';
import { NumberInput } from '../ui/forms/number-input.tsx';
import { Input, Select } from '../ui/input.tsx';
import { TellEditor } from './tell-editor.tsx';

interface Draft {
  name: string;
  when: EscalationRule['when'];
  event: string;
  days: number | null;
  filter: Record<string, unknown> | null;
  tell: Tell;
  task: ToldTask | null;
}

const begun: Draft = {
  name: '',
  when: 'rotting',
  event: 'crm.lead.overdue',
  days: null,
  filter: null,
  tell: { owner: true, manager: false, userIds: [], roles: [] },
  task: null,
};

/** What belongs to the other sort of rule is left out. */
function valuesOf({ name, when, event, days, filter, tell, task }: Draft) {
  const own = when === 'event' ? { event, days: null } : { event: null, days };
  return { name: name.trim(), when, ...own, filter, tell, task };
}

/** Makes or changes a rule. */
export function EscalationDialog({ rule, onClose }: { rule: EscalationRule | undefined; onClose: () => void }) {
  const [draft, setDraft] = useState<Draft>(rule ? { ...rule, event: rule.event ?? begun.event } : begun);
  const save = escalationRules.useSave(({ name }) => words.saved(name));
  const problem = save.error ? ApiProblem.from(save.error) : undefined;
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const object = draft.when === 'event' ? objectOf(draft.event) : 'deal';
  return (
    <SettingDialog
      title={rule ? words.edit(rule.name) : words.create}
      label={words.name}
      name={draft.name}
      onName={(name) => set({ name })}
      busy={save.isPending}
      problem={problem}
      fields={['event', 'days']}
      wide
      onSave={() => save.mutate({ id: rule?.id, values: valuesOf(draft) }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Occasion draft={draft} problem={problem} set={set} />
      {object && (
        <fieldset>
          <legend className="font-medium">{words.filter}</legend>
          <div className="-mx-3">
            <FilterEditor
              key={object}
              object={object}
              filter={draft.filter}
              onChange={(filter) => set({ filter: filter ?? null })}
            />
          </div>
          <p className="text-secondary text-xs">{words.filterHint}</p>
        </fieldset>
      )}
      <TellEditor tell={draft.tell} onChange={(tell) => set({ tell })} />
      <TaskEditor task={draft.task} problem={problem} onChange={(task) => set({ task })} />
    </SettingDialog>
  );
}

interface OccasionProps {
  draft: Draft;
  problem: ApiProblem | undefined;
  set: (part: Partial<Draft>) => void;
}

function Occasion({ draft, problem, set }: OccasionProps) {
  return (
    <div className="grid gap-4 tab:grid-cols-2">
      <Field label={words.when}>
        {(ids) => (
          <Select
            {...ids}
            value={draft.when}
            onChange={(event) => set({ when: event.target.value as Draft['when'], filter: null })}
          >
            {Object.entries(words.occasions).map(([when, label]) => (
              <option key={when} value={when}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {draft.when === 'event' ? (
        <EventSelect
          label={words.event}
          value={draft.event}
          error={problem?.errorOf('event')}
          onChange={(event) => set({ event, filter: null })}
        />
      ) : (
        <Field label={words.days} hint={words.daysHints[draft.when]} error={problem?.errorOf('days')}>
          {(ids) => (
            <NumberInput {...ids} value={draft.days ?? undefined} onNumber={(days) => set({ days: days ?? null })} />
          )}
        </Field>
      )}
    </div>
  );
}

interface TaskEditorProps {
  task: ToldTask | null;
  problem: ApiProblem | undefined;
  onChange: (task: ToldTask | null) => void;
}

function TaskEditor({ task, problem, onChange }: TaskEditorProps) {
  return (
    <>
      <label className="flex min-h-hit cursor-pointer items-center gap-2">
        <Checkbox
          checked={task !== null}
          onChange={(event) => onChange(event.target.checked ? { subject: '', dueInDays: 1 } : null)}
        />
        {words.withTask}
      </label>
      {task && (
        <div className="grid gap-4 tab:grid-cols-2">
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
          <Field label={words.due}>
            {(ids) => (
              <NumberInput
                {...ids}
                value={task.dueInDays}
                onNumber={(days) => {
                  const { dueInDays: _before, ...rest } = task;
                  onChange(days === undefined ? rest : { ...rest, dueInDays: days });
                }}
              />
            )}
          </Field>
        </div>
      )}
    </>
  );
}
