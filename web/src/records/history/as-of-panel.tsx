import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ObjectName } from '../../data/catalogue.ts';
import { recordTexts } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { exactTime } from '../../ui/format.ts';
import { Input } from '../../ui/input.tsx';
import { historyOptions } from './provenance.ts';
import { useAsOf } from './use-as-of.ts';

const hourMs = 3_600_000;
const choices = [
  { label: recordTexts.history.hourAgo, agoMs: hourMs },
  { label: recordTexts.history.dayAgo, agoMs: 24 * hourMs },
  { label: recordTexts.history.weekAgo, agoMs: 7 * 24 * hourMs },
];

/** `datetime-local` wants the local time without a zone. */
function localOf(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

interface AsOfPanelProps {
  object: ObjectName;
  id: string;
  asOf: string | undefined;
  close: () => void;
}

/** Where one chooses the moment to look back to: some usual ones, any, or change by change. */
export function AsOfPanel({ object, id, asOf, close }: AsOfPanelProps) {
  const go = useAsOf(object, id);
  const history = useQuery(historyOptions(object, id)).data ?? [];
  const moments = [...new Set(history.map((item) => item.at))].sort();
  const at = asOf ? moments.filter((moment) => moment <= asOf).length : moments.length;
  const step = (index: number) => {
    // Just before the change that comes next: the state in which the record was between the two.
    const next = moments[index];
    go(next === undefined ? undefined : new Date(new Date(next).getTime() - 1).toISOString());
  };
  return (
    <div className="grid gap-4 p-4">
      <div className="flex gap-2 *:grow">
        {choices.map((choice) => (
          <Button key={choice.label} small onClick={() => go(new Date(Date.now() - choice.agoMs).toISOString())}>
            {choice.label}
          </Button>
        ))}
      </div>
      <Moment asOf={asOf} onChoose={go} />
      {moments.length > 0 && (
        <Field label={recordTexts.history.changeByChange(moments.length)}>
          {(ids) => (
            <input
              {...ids}
              type="range"
              min={0}
              max={moments.length}
              value={at}
              aria-valuetext={asOf ? exactTime(asOf) : recordTexts.history.current}
              onChange={(event) => step(Number(event.target.value))}
              className="h-hit w-full"
            />
          )}
        </Field>
      )}
      <Button
        kind={asOf ? 'primary' : 'secondary'}
        disabled={!asOf}
        onClick={() => {
          go(undefined);
          close();
        }}
      >
        {recordTexts.history.back}
      </Button>
    </div>
  );
}

function Moment({ asOf, onChoose }: { asOf: string | undefined; onChoose: (asOf: string) => void }) {
  const [typed, setTyped] = useState(localOf(asOf ? new Date(asOf) : new Date()));
  return (
    <Field label={recordTexts.history.moment}>
      {(ids) => (
        <Input
          {...ids}
          type="datetime-local"
          value={typed}
          max={localOf(new Date())}
          onChange={(event) => {
            setTyped(event.target.value);
            const moment = new Date(event.target.value);
            if (!Number.isNaN(moment.getTime())) onChoose(moment.toISOString());
          }}
        />
      )}
    </Field>
  );
}
