import { taskRulesTexts as words } from '../texts/index.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/input.tsx';

interface EventSelectProps {
  label: string;
  value: string;
  error: string | undefined;
  onChange: (type: string) => void;
}

/** What a rule waits for. */
export function EventSelect({ label, value, error, onChange }: EventSelectProps) {
  const known = words.groups.some((group) => value in group.events);
  return (
    <Field label={label} error={error}>
      {(ids) => (
        <Select {...ids} value={value} onChange={(event) => onChange(event.target.value)}>
          {!known && <option value={value}>{value}</option>}
          {words.groups.map((group) => (
            <optgroup key={group.object} label={group.label}>
              {Object.entries(group.events).map(([type, said]) => (
                <option key={type} value={type}>
                  {said}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      )}
    </Field>
  );
}
