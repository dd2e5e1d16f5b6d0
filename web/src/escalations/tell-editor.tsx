import type { Tell } from '../data/setup/escalations.ts';
import { builtInRoles } from '../identity/roles.ts';
import { TeamEditor } from '../routing/people.tsx';
import { escalationsTexts as words } from '../texts/index.ts';
import { Checkbox } from '../ui/checkbox.tsx';

interface TellEditorProps {
  tell: Tell;
  onChange: (tell: Tell) => void;
}

/** Who is told: those who belong to the record, everybody with a role, and people by name. */
export function TellEditor({ tell, onChange }: TellEditorProps) {
  const toggleRole = (name: string) =>
    onChange({
      ...tell,
      roles: tell.roles.includes(name) ? tell.roles.filter((one) => one !== name) : [...tell.roles, name],
    });
  return (
    <fieldset className="grid gap-1">
      <legend className="pb-1 font-medium">{words.tell}</legend>
      <Choice label={words.owner} checked={tell.owner} onToggle={() => onChange({ ...tell, owner: !tell.owner })} />
      <Choice
        label={words.manager}
        checked={tell.manager}
        onToggle={() => onChange({ ...tell, manager: !tell.manager })}
      />
      {builtInRoles.map(({ name, label }) => (
        <Choice
          key={name}
          label={words.role(label)}
          checked={tell.roles.includes(name)}
          onToggle={() => toggleRole(name)}
        />
      ))}
      <TeamEditor
        label={words.people}
        members={tell.userIds.map((userId) => ({ userId, weight: 1 }))}
        weighted={false}
        onChange={(members) => onChange({ ...tell, userIds: members.map(({ userId }) => userId) })}
      />
    </fieldset>
  );
}

function Choice({ label, checked, onToggle }: { label: string; checked: boolean; onToggle: () => void }) {
  return (
    <label className="flex min-h-hit cursor-pointer items-center gap-2">
      <Checkbox checked={checked} onChange={onToggle} />
      {label}
    </label>
  );
}
