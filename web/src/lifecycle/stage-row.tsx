import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Stage } from '../data/setup/lifecycle.ts';
import { lifecycleTexts as words } from '../texts/index.ts';
import { IconButton } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';

interface StageRowProps {
  stage: Stage;
  grip: ReactNode;
  mistake: string | undefined;
  onLabel: (label: string) => void;
  onRemove: () => void;
}

/** A stage: what it is called, and when Kith moves people to it. Those to which it does stay. */
export function StageRow({ stage: { name, label }, grip, mistake, onLabel, onRemove }: StageRowProps) {
  const means = words.means[name];
  return (
    <div className="grid gap-1 px-2 py-2">
      <div className="flex items-center gap-2">
        {grip}
        <div className="grid min-w-0 grow items-center gap-x-2 tab:grid-cols-[1fr_auto]">
          <Input
            aria-label={words.of(words.name, label)}
            aria-invalid={mistake ? true : undefined}
            maxLength={100}
            value={label}
            onChange={(event) => onLabel(event.target.value)}
          />
          <span className="text-secondary max-tab:text-xs tab:w-48">{means ?? words.byHand}</span>
        </div>
        <IconButton
          icon={Trash2}
          label={words.remove(label)}
          onClick={onRemove}
          className={means ? 'invisible' : undefined}
        />
      </div>
      {mistake && <p className="pl-9 text-danger-text text-xs">{mistake}</p>}
    </div>
  );
}
