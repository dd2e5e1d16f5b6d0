import { classes, type FieldRules } from '../data/setup/field-rules.ts';
import { roleLabel, useRoles } from '../identity/roles.ts';
import { fieldRulesTexts as words } from '../texts/index.ts';
import { AccessSelect } from './access-select.tsx';
import { withClass } from './rule-changes.ts';

interface RulesProps {
  rules: FieldRules;
  onChange: (rules: FieldRules) => void;
}

/** What each role may do with each class of fields: a row a role. */
export function ClassTable({ rules, onChange }: RulesProps) {
  const roles = useRoles();
  const names = [...new Set([...Object.keys(rules.roles), ...roles.map((role) => role.name)])].filter(
    (name) => name !== 'admin' && rules.roles[name],
  );
  return (
    <ul aria-label={words.byClass} className="divide-y divide-line rounded-card border border-line">
      {names.map((role) => (
        <li key={role} className="grid gap-3 p-4">
          <h3 className="font-semibold">{roleLabel(roles, role)}</h3>
          <div className="grid gap-3 tab:grid-cols-4">
            {classes.map((name) => (
              <div key={name} className="grid gap-1">
                <span className="text-secondary text-xs">{words.classes[name]}</span>
                <AccessSelect
                  label={words.cell(roleLabel(roles, role), words.classes[name])}
                  value={rules.roles[role]?.classes[name] ?? 'hidden'}
                  onChoose={(access) => onChange(withClass(rules, role, name, access))}
                />
              </div>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
