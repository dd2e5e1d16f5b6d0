import { ChevronDown, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { StageDraft, StageKind } from '../data/setup/pipelines.ts';
import { pipelinesTexts } from '../texts/index.ts';
import { IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { NumberInput } from '../ui/forms/number-input.tsx';
import { Input, Select } from '../ui/input.tsx';
import { Menu } from '../ui/overlay/menu.tsx';
import { stageColors, stageFill } from './stage-color.ts';
import { StageDetails } from './stage-details.tsx';

const words = pipelinesTexts.stage;

interface StageRowProps {
  stage: StageDraft;
  grip: ReactNode;
  mistake: string | undefined;
  onChange: (part: Partial<StageDraft>) => void;
  onRemove: () => void;
}

/** A stage: what it is called, how likely a deal in it is won, and what it means. */
export function StageRow({ stage, grip, mistake, onChange, onRemove }: StageRowProps) {
  const [open, setOpen] = useState(false);
  const { name, kind, color, probability } = stage;
  const summary = words.summary(stage.requires.length, stage.rottingDays);
  return (
    <div className="grid gap-2 px-2 py-2">
      <div className="flex flex-wrap items-center gap-2">
        {grip}
        <ColorMenu name={name} color={color} onChange={(next) => onChange({ color: next })} />
        <span className="min-w-0 grow basis-40">
          <Input
            aria-label={words.of(words.name, name)}
            aria-invalid={mistake ? true : undefined}
            maxLength={100}
            value={name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </span>
        <span className={cx('flex items-center gap-1.5', kind !== 'open' && 'invisible max-tab:hidden')}>
          <span className="w-16">
            <NumberInput
              aria-label={words.of(words.probability, name)}
              className="tabular text-right"
              value={probability}
              onNumber={(next) => onChange({ probability: next ?? Number.NaN })}
            />
          </span>
          <span aria-hidden className="text-secondary">
            %
          </span>
        </span>
        <Select
          aria-label={words.of(words.kind, name)}
          className="w-24"
          value={kind}
          onChange={(event) => onChange(ofKind(event.target.value as StageKind, stage))}
        >
          {Object.entries(words.kinds).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        <span className="flex">
          <IconButton
            icon={ChevronDown}
            label={words.more(name)}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="aria-expanded:*:rotate-180"
          />
          <IconButton icon={Trash2} label={words.remove(name)} onClick={onRemove} />
        </span>
      </div>
      {mistake && <p className="pl-9 text-danger-text text-xs">{mistake}</p>}
      {!open && summary && <p className="pl-9 text-secondary text-xs first-letter:uppercase">{summary}</p>}
      {open && <StageDetails stage={stage} onChange={onChange} />}
    </div>
  );
}

/** What follows from being won or lost. */
function ofKind(kind: StageKind, stage: StageDraft): Partial<StageDraft> {
  if (kind === 'won') return { kind, probability: 100, color: 'green', rottingDays: null };
  if (kind === 'lost') return { kind, probability: 0, color: 'red', rottingDays: null };
  return {
    kind,
    forecastCategory: ['closed', 'omitted'].includes(stage.forecastCategory) ? 'pipeline' : stage.forecastCategory,
  };
}

function ColorMenu({ name, color, onChange }: { name: string; color: string; onChange: (color: string) => void }) {
  return (
    <Menu
      label={words.of(words.color, name)}
      trigger={(props) => (
        <button
          type="button"
          {...props}
          aria-label={words.of(words.color, name)}
          data-tip={words.color}
          className="grid size-control-small shrink-0 place-items-center rounded-control hover:bg-hover"
        >
          <span aria-hidden className={cx('size-3 rounded-full', stageFill(color))} />
        </button>
      )}
      groups={[
        Object.keys(stageColors).map((one) => ({
          label: words.colors[one] ?? one,
          chosen: one === color,
          onSelect: () => onChange(one),
        })),
      ]}
    />
  );
}
