import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Status } from '../data/setup/lead-settings.ts';
import { leadSettingsTexts as words } from '../texts/index.ts';
import { IconButton } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';

interface StatusRowProps {
  status: Status;
  grip: ReactNode;
  mistake: string | undefined;
  onLabel: (label: string) => void;
  onRemove: () => void;
}

/** A status: what it is called, and what it means. Those of which there must be one stay. */
export function StatusRow({ status: { label, kind }, grip, mistake, onLabel, onRemove }: StatusRowProps) {
  return (
    <div className="grid gap-1 px-2 py-2">
      <div className="flex items-center gap-2">
        {grip}
        <Input
          aria-label={words.of(words.name, label)}
          aria-invalid={mistake ? true : undefined}
          maxLength={100}
          value={label}
          onChange={(event) => onLabel(event.target.value)}
        />
        <span className="w-40 shrink-0 truncate text-secondary max-tab:w-28">{words.means[kind]}</span>
        <IconButton
          icon={Trash2}
          label={words.remove(label)}
          onClick={onRemove}
          className={kind === 'open' ? undefined : 'invisible'}
        />
      </div>
      {mistake && <p className="pl-9 text-danger-text text-xs">{mistake}</p>}
    </div>
  );
}
