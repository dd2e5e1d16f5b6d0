import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { type TaskRule, taskRules } from '../data/setup/task-rules.ts';
import { useNameOfUser } from '../routing/people.tsx';
import { SettingsSection } from '../settings/section.tsx';
import { taskRulesTexts as words } from '../texts/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Switch } from '../ui/checkbox.tsx';
import { lazily } from '../ui/lazily.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { PageState, ProblemState } from '../ui/state.tsx';
import { eventWords } from './event-words.ts';

const TaskRuleDialog = lazily(() => import('./task-rule-dialog.tsx').then((module) => module.TaskRuleDialog));

/** Which tasks come by themselves. */
export function TaskRulesSection() {
  const { data: rules, error, refetch } = useQuery(taskRules.options);
  const [editing, setEditing] = useState<TaskRule | 'new'>();
  if (error && !rules) return <ProblemState error={error} onRetry={() => void refetch()} />;
  return (
    <SettingsSection
      title={words.title}
      text={words.text}
      action={
        <Button kind="primary" icon={Plus} onClick={() => setEditing('new')}>
          {words.create}
        </Button>
      }
    >
      {!rules && <Skeleton className="h-40 w-full" />}
      {rules?.length === 0 && <PageState drawing="clock" title={words.none} text={words.noneText} />}
      {rules && rules.length > 0 && (
        <ul className="divide-y divide-line rounded-card border border-line">
          {rules.map((rule) => (
            <TaskRuleRow key={rule.id} rule={rule} onEdit={() => setEditing(rule)} />
          ))}
        </ul>
      )}
      <Suspense>
        {editing && (
          <TaskRuleDialog rule={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
        )}
      </Suspense>
    </SettingsSection>
  );
}

function TaskRuleRow({ rule, onEdit }: { rule: TaskRule; onEdit: () => void }) {
  const nameOf = useNameOfUser();
  const save = taskRules.useSave(({ name }) => words.saved(name));
  const { subject, dueInDays, assignTo, assigneeId } = rule.task;
  const about = [
    subject,
    assignTo === 'owner' ? words.forOwner : assigneeId && words.for(nameOf(assigneeId)),
    dueInDays !== undefined && words.within(dueInDays),
  ];
  return (
    <li className="flex items-center gap-2 py-2 pr-2 pl-4">
      <span className="min-w-0 grow">
        <span className={rule.enabled ? 'block font-medium' : 'block font-medium text-secondary'}>{rule.name}</span>
        <span className="block text-pretty text-secondary">
          {words.sentence(eventWords(rule.event), about.filter(Boolean).join(', '))}
        </span>
      </span>
      <Switch
        aria-label={words.enabled(rule.name)}
        checked={rule.enabled}
        onChange={(event) => save.mutate({ id: rule.id, values: { enabled: event.target.checked } })}
      />
      <IconButton icon={Pencil} label={words.edit(rule.name)} onClick={onEdit} />
      <IconButton
        icon={Trash2}
        label={words.delete(rule.name)}
        onClick={() => void taskRules.remove(rule, words.deleted(rule.name))}
      />
    </li>
  );
}
