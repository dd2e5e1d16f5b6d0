import { accesses, type FieldAccess } from '../data/setup/field-rules.ts';
import { fieldRulesTexts as words } from '../texts/index.ts';
import { Select } from '../ui/input.tsx';

interface AccessSelectProps {
  label: string;
  value: FieldAccess;
  onChoose: (access: FieldAccess) => void;
}

/** Chooses what may be done with fields. */
export function AccessSelect({ label, value, onChoose }: AccessSelectProps) {
  const choose = (text: string) => {
    const access = accesses.find((one) => one === text);
    if (access) onChoose(access);
  };
  return (
    <Select aria-label={label} value={value} onChange={(event) => choose(event.target.value)}>
      {accesses.map((access) => (
        <option key={access} value={access}>
          {words.accesses[access]}
        </option>
      ))}
    </Select>
  );
}
