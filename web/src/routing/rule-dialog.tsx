import { useState } from 'react';
import { useFields } from '../data/catalogue.ts';
import { ApiProblem } from '../data/problem.ts';
import { type Action, type Member, type RoutingRule, routingRules } from '../data/setup/routing.ts';
import { FilterEditor } from '../records/filter/filter-editor.tsx';
import { SettingDialog } from '../settings/setting-dialog.tsx';
import { routingTexts as words } from '../texts/index.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/input.tsx';
import { PersonSelect, TeamEditor } from './people.tsx';

/** What was chosen for each kind of action, so that looking at another one loses nothing. */
interface Draft {
  name: string;
  conditions: Record<string, unknown> | null;
  kind: Action['kind'];
  userId: string;
  members: Member[];
  field: string;
}

function draftOf(rule: RoutingRule | undefined): Draft {
  const action = rule?.action;
  return {
    name: rule?.name ?? '',
    conditions: rule?.conditions ?? null,
    kind: action?.kind ?? 'roundRobin',
    userId: action?.kind === 'owner' ? action.userId : '',
    members:
      action?.kind === 'roundRobin'
        ? action.members
        : action?.kind === 'team'
          ? action.userIds.map((userId) => ({ userId, weight: 1 }))
          : [],
    field: action?.kind === 'territory' ? action.field : 'country',
  };
}

function actionOf({ kind, userId, members, field }: Draft): Action {
  if (kind === 'owner') return { kind, userId };
  if (kind === 'team') return { kind, userIds: members.map((member) => member.userId) };
  return kind === 'roundRobin' ? { kind, members } : { kind, field };
}

/** Makes or changes a rule. */
export function RuleDialog({ rule, onClose }: { rule: RoutingRule | undefined; onClose: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(rule));
  const save = routingRules.useSave(({ name }) => words.saved(name));
  const problem = save.error ? ApiProblem.from(save.error) : undefined;
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const submit = () => {
    const values = { name: draft.name.trim(), conditions: draft.conditions, action: actionOf(draft) };
    save.mutate({ id: rule?.id, values }, { onSuccess: onClose });
  };
  return (
    <SettingDialog
      title={rule ? words.edit(rule.name) : words.create}
      label={words.name}
      name={draft.name}
      onName={(name) => set({ name })}
      busy={save.isPending}
      problem={problem}
      wide
      onSave={submit}
      onClose={onClose}
    >
      <fieldset>
        <legend className="font-medium">{words.conditions}</legend>
        <div className="-mx-3">
          <FilterEditor
            object="lead"
            filter={rule?.conditions}
            onChange={(conditions) => setDraft((now) => ({ ...now, conditions: conditions ?? null }))}
          />
        </div>
        <p className="text-secondary text-xs">{words.conditionsHint}</p>
      </fieldset>
      <ActionEditor draft={draft} set={set} />
    </SettingDialog>
  );
}

function ActionEditor({ draft, set }: { draft: Draft; set: (part: Partial<Draft>) => void }) {
  const fields = useFields('lead').filter((field) => ['text', 'country', 'choice'].includes(field.type));
  return (
    <>
      <Field label={words.action}>
        {(ids) => (
          <Select {...ids} value={draft.kind} onChange={(event) => set({ kind: event.target.value as Draft['kind'] })}>
            {Object.entries(words.kinds).map(([kind, label]) => (
              <option key={kind} value={kind}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {draft.kind === 'owner' && (
        <Field label={words.person}>
          {(ids) => <PersonSelect {...ids} value={draft.userId} onChange={(userId) => set({ userId })} />}
        </Field>
      )}
      {draft.kind === 'territory' && (
        <Field label={words.field}>
          {(ids) => (
            <Select {...ids} value={draft.field} onChange={(event) => set({ field: event.target.value })}>
              {fields.map((field) => (
                <option key={field.name} value={field.name}>
                  {field.label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {(draft.kind === 'team' || draft.kind === 'roundRobin') && (
        <TeamEditor
          members={draft.members}
          weighted={draft.kind === 'roundRobin'}
          onChange={(members) => set({ members })}
        />
      )}
    </>
  );
}
