import { useMutation } from '@tanstack/react-query';
import { FlaskConical, Pencil, Trash2, X } from 'lucide-react';
import { useFieldMap } from '../data/catalogue.ts';
import { ApiProblem } from '../data/problem.ts';
import { type EscalationRule, escalationRules, tryEscalation } from '../data/setup/escalations.ts';
import { builtInRoles, roleLabel } from '../identity/roles.ts';
import { parseFilter } from '../records/filter/filter-tree.ts';
import { filterWords } from '../records/filter/filter-words.ts';
import { useNamesIn } from '../records/filter/names.ts';
import { useNameOfUser } from '../routing/people.tsx';
import { eventWords, objectOf } from '../task-rules/event-words.ts';
import { escalationsTexts as words } from '../texts/index.ts';
import { IconButton } from '../ui/button.tsx';
import { Switch } from '../ui/checkbox.tsx';
import { Chip } from '../ui/chip.tsx';
import { sayFailed } from '../ui/overlay/toast.tsx';
import { RecordName } from './record-name.tsx';

/** A rule as a sentence: when, of which records, and who is told. */
export function EscalationRow({ rule, onEdit }: { rule: EscalationRule; onEdit: () => void }) {
  const save = escalationRules.useSave(({ name }) => words.saved(name));
  const trial = useMutation({
    mutationFn: () => tryEscalation(rule.id),
    onError: (error) => sayFailed(ApiProblem.from(error).detail),
  });
  const condition = useConditionWords(rule);
  const told = useToldWords(rule);
  return (
    <li className="grid gap-2 py-2 pr-2 pl-4">
      <div className="flex items-center gap-2">
        <span className="min-w-0 grow">
          <span className={rule.enabled ? 'block font-medium' : 'block font-medium text-secondary'}>{rule.name}</span>
          <span className="block text-pretty text-secondary">{words.sentence(whenWords(rule), condition, told)}</span>
        </span>
        {rule.when !== 'event' && (
          <IconButton icon={FlaskConical} label={words.tryOne(rule.name)} onClick={() => trial.mutate()} />
        )}
        <Switch
          aria-label={words.enabled(rule.name)}
          checked={rule.enabled}
          onChange={(event) => save.mutate({ id: rule.id, values: { enabled: event.target.checked } })}
        />
        <IconButton icon={Pencil} label={words.edit(rule.name)} onClick={onEdit} />
        <IconButton
          icon={Trash2}
          label={words.delete(rule.name)}
          onClick={() => void escalationRules.remove(rule, words.deleted(rule.name))}
        />
      </div>
      {trial.data && <Trial rule={rule} trial={trial.data} onClose={trial.reset} />}
    </li>
  );
}

interface TrialProps {
  rule: EscalationRule;
  trial: Awaited<ReturnType<typeof tryEscalation>>;
  onClose: () => void;
}

function Trial({ rule, trial, onClose }: TrialProps) {
  const nameOf = useNameOfUser();
  return (
    <section aria-label={words.trial(rule.name)} className="grid gap-1 rounded-control bg-sunken px-3 py-2">
      <div className="flex items-center gap-2">
        <h3 className="grow font-medium">{words.trial(rule.name)}</h3>
        <IconButton small icon={X} label={words.close} onClick={onClose} />
      </div>
      {trial.data.length === 0 && <p className="text-secondary">{words.trialNone}</p>}
      <ul className="grid gap-1">
        {trial.data.map((one) => (
          <li key={one.recordId} className="flex flex-wrap items-center gap-x-2">
            <RecordName id={one.recordId} />
            <span className="text-secondary">{one.because}</span>
            <span>{words.to(one.userIds.map(nameOf).join(', ') || words.nobody)}</span>
            {one.told && <Chip>{words.trialTold}</Chip>}
          </li>
        ))}
      </ul>
      {trial.more && <p className="text-secondary">{words.trialMore}</p>}
    </section>
  );
}

function whenWords({ when, event, days }: EscalationRule): string {
  if (when === 'event') return eventWords(event ?? '');
  return when === 'rotting' ? words.rotting(days) : words.passed(days);
}

function useConditionWords({ when, event, filter }: EscalationRule): string {
  const fields = useFieldMap((when === 'event' ? objectOf(event ?? '') : undefined) ?? 'deal');
  const group = parseFilter(filter);
  return filterWords(group, fields, useNamesIn(group, fields));
}

function useToldWords({ tell, task }: EscalationRule): string {
  const nameOf = useNameOfUser();
  const told = [
    tell.owner && words.toldOwner,
    tell.manager && words.toldManager,
    ...tell.userIds.map(nameOf),
    ...tell.roles.map((role) => words.toldRole(roleLabel(builtInRoles, role))),
  ].filter((one) => one !== false);
  return words.tells(told, task?.subject);
}
