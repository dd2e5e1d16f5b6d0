import { securityTexts } from '../texts/index.ts';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';

interface CodeFieldProps {
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
}

/** Where a code of an authenticator is typed, or a recovery code. */
export function CodeField({ value, onChange, error }: CodeFieldProps) {
  return (
    <Field label={securityTexts.code} error={error}>
      {(ids) => (
        <Input
          {...ids}
          required
          autoComplete="one-time-code"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={40}
          className="font-mono"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
