import { cx } from './cx.ts';

const tones = ['bg-tone-1', 'bg-tone-2', 'bg-tone-3', 'bg-tone-4', 'bg-tone-5', 'bg-tone-6'];
const sizes = { small: 'size-5 text-xs', medium: 'size-6 text-xs', large: 'size-12 text-lg' };

function toneOf(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return tones[sum % tones.length] ?? 'bg-tone-1';
}

/** Two letters where the script sets letters apart, one where two would join or say nothing. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = [...(words[0] ?? '?')][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  const both = first + last;
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]+$/u.test(both)
    ? both.toUpperCase()
    : first.toUpperCase();
}

interface AvatarProps {
  name: string;
  size?: keyof typeof sizes;
  /** Companies are square, people round. */
  square?: boolean | undefined;
}

export function Avatar({ name, size = 'small', square = false }: AvatarProps) {
  const initials = initialsOf(name);
  return (
    <span
      aria-hidden="true"
      className={cx(
        'inline-grid shrink-0 select-none place-items-center font-medium text-on-tone',
        square ? (size === 'large' ? 'rounded-card' : 'rounded-mark') : 'rounded-full',
        sizes[size],
        toneOf(name),
      )}
    >
      {size === 'small' ? initials.slice(0, 1) : initials}
    </span>
  );
}
