import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { useState } from 'react';
import type { ObjectName } from '../../data/catalogue.ts';
import { recordLink } from '../../kinds/links.ts';
import { recordTexts } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { exactTime } from '../../ui/format.ts';
import { Input } from '../../ui/input.tsx';
import { Floating } from '../../ui/overlay/floating.tsx';
import { historyOptions } from './provenance.ts';

interface AsOfProps {
  object: ObjectName;
  id: string;
  asOf: string | undefined;
}

export function useAsOf(object: ObjectName, id: string) {
  const navigate = useNavigate();
  return (asOf: string | undefined) =>
    void navigate({ ...recordLink(object, id), search: asOf ? { asOf } : {}, replace: true });
}

/** Looks at the record as it was: at a moment, or change by change. */
export function AsOfButton({ object, id, asOf }: AsOfProps) {
  return (
    <Floating
      label={recordTexts.history.lookBack}
      align="end"
      className="w-side"
      trigger={(props) => (
        <Button {...props} small kind={asOf ? 'secondary' : 'quiet'} icon={History} tip={recordTexts.history.lookBack}>
          <span className="max-tab:only-read">{asOf ? exactTime(asOf) : recordTexts.history.title}</span>
        </Button>
      )}
    >
      {(close) => <AsOfPanel object={object} id={id} asOf={asOf} close={close} />}
    </Floating>
  );
}

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

function AsOfPanel({ object, id, asOf, close }: AsOfProps & { close: () => void }) {
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
