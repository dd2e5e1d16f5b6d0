import { Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFieldMap } from '../data/catalogue.ts';
import { type RoutingRule, routingRules } from '../data/setup/routing.ts';
import { parseFilter } from '../records/filter/filter-tree.ts';
import { filterWords } from '../records/filter/filter-words.ts';
import { useNamesIn } from '../records/filter/names.ts';
import { routingTexts as words } from '../texts/index.ts';
import { IconButton } from '../ui/button.tsx';
import { Switch } from '../ui/checkbox.tsx';
import { useNameOfUser } from './people.tsx';

interface RuleRowProps {
  rule: RoutingRule;
  grip: ReactNode;
  onEdit: () => void;
}

/** A rule as a sentence: which leads, and who gets them. */
export function RuleRow({ rule, grip, onEdit }: RuleRowProps) {
  const save = routingRules.useSave(({ name }) => words.saved(name));
  const conditions = useConditionWords(rule);
  const action = useActionWords(rule);
  return (
    <div className="flex items-center gap-2 px-2 py-2">
      {grip}
      <span className="min-w-0 grow">
        <span className={rule.active ? 'block font-medium' : 'block font-medium text-secondary'}>{rule.name}</span>
        <span className="block text-pretty text-secondary first-letter:uppercase">
          {conditions} {action}
        </span>
      </span>
      <Switch
        aria-label={words.active(rule.name)}
        checked={rule.active}
        onChange={(event) => save.mutate({ id: rule.id, values: { active: event.target.checked } })}
      />
      <IconButton icon={Pencil} label={words.edit(rule.name)} onClick={onEdit} />
      <IconButton
        icon={Trash2}
        label={words.delete(rule.name)}
        onClick={() => void routingRules.remove(rule, words.deleted(rule.name))}
      />
    </div>
  );
}

function useConditionWords({ conditions }: RoutingRule): string {
  const fields = useFieldMap('lead');
  const group = parseFilter(conditions);
  const names = useNamesIn(group, fields);
  return filterWords(group, fields, names) || words.all;
}

function useActionWords({ action }: RoutingRule): string {
  const fields = useFieldMap('lead');
  const nameOf = useNameOfUser();
  const list = (ids: string[]) => ids.map(nameOf).join(', ');
  if (action.kind === 'owner') return words.sentence.owner(nameOf(action.userId));
  if (action.kind === 'team') return words.sentence.team(list(action.userIds));
  if (action.kind === 'roundRobin') return words.sentence.roundRobin(list(action.members.map(({ userId }) => userId)));
  return words.sentence.territory(fields.get(action.field)?.label ?? action.field);
}
