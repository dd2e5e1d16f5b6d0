import { cx } from './cx.ts';

interface SegmentsProps<Name extends string> {
  label: string;
  choices: readonly { name: Name; label: string }[];
  chosen: Name;
  onChoose: (name: Name) => void;
}

/** A few choices of which one holds, side by side. */
export function Segments<Name extends string>({ label, choices, chosen, onChoose }: SegmentsProps<Name>) {
  return (
    <div role="radiogroup" aria-label={label} className="inline-flex gap-0.5 rounded-control bg-hover p-0.5">
      {choices.map((choice) => (
        <label
          key={choice.name}
          className={cx(
            'relative flex h-6 items-center rounded-mark px-2 text-xs transition-colors touch:h-9',
            'has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
            choice.name === chosen ? 'bg-surface text-text ring-1 ring-line' : 'text-secondary hover:text-text',
          )}
        >
          <input
            type="radio"
            name={label}
            value={choice.name}
            checked={choice.name === chosen}
            onChange={() => onChoose(choice.name)}
            className="absolute inset-0 appearance-none outline-none"
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}
