import { texts } from '../../texts/index.ts';
import { Input } from '../../ui/input.tsx';

const parts = ['street', 'postalCode', 'city', 'state', 'country'] as const;

interface AddressInputProps {
  value: unknown;
  onChange: (value: unknown) => void;
  id?: string;
  'aria-label'?: string | undefined;
}

/** An address by its parts; without any of them it is empty. */
export function AddressInput({ value, onChange, id, 'aria-label': label }: AddressInputProps) {
  const address = (value ?? {}) as Partial<Record<(typeof parts)[number], string>>;
  const set = (part: (typeof parts)[number], typed: string) => {
    const next = Object.fromEntries(Object.entries({ ...address, [part]: typed }).filter(([, text]) => text));
    onChange(Object.keys(next).length > 0 ? next : null);
  };
  return (
    <div role="group" id={id} aria-label={label} className="grid gap-1.5">
      {parts.map((part) => (
        <Input
          key={part}
          aria-label={texts.values.address[part]}
          placeholder={texts.values.address[part]}
          maxLength={255}
          value={address[part] ?? ''}
          onChange={(event) => set(part, event.target.value)}
        />
      ))}
    </div>
  );
}
