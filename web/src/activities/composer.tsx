import { useMutation } from '@tanstack/react-query';
import { AtSign, CalendarDays, type LucideIcon, Phone, StickyNote } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import type { ObjectName } from '../data/catalogue.ts';
import { kith } from '../data/kith.ts';
import { ApiProblem } from '../data/problem.ts';
import { queryClient } from '../data/query-client.ts';
import { recordKey } from '../data/records.ts';
import { useShortcut } from '../shell/shortcuts.ts';
import { recordTexts, texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Input } from '../ui/input.tsx';
import { keyWords } from '../ui/keys.ts';
import { sayFailed } from '../ui/overlay/toast.tsx';

type Kind = 'note' | 'call' | 'email' | 'meeting';

const kinds: { name: Kind; icon: LucideIcon; timed: boolean }[] = [
  { name: 'note', icon: StickyNote, timed: false },
  { name: 'call', icon: Phone, timed: true },
  { name: 'email', icon: AtSign, timed: false },
  { name: 'meeting', icon: CalendarDays, timed: true },
];

const longestSubject = 120;

/** The first line says what it was, the rest how it went. */
function splitText(text: string): { subject: string; description?: string } {
  const trimmed = text.trim();
  const [line = ''] = trimmed.split('\n');
  if (line === trimmed && line.length <= longestSubject) return { subject: line };
  return {
    subject: line.length > longestSubject ? `${line.slice(0, longestSubject - 1)}…` : line,
    description: trimmed,
  };
}

/** Writes down what has just happened with a record: a note, a call, a mail, a meeting. */
export function Composer({ object, recordId }: { object: ObjectName; recordId: string }) {
  const [kind, setKind] = useState<Kind>('note');
  const [text, setText] = useState('');
  const [minutes, setMinutes] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  useShortcut('n', () => area.current?.focus());
  const log = useLog(object, recordId, () => {
    setText('');
    setMinutes('');
  });
  const timed = kinds.find((one) => one.name === kind)?.timed === true;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() && !log.isPending)
      log.mutate({ type: kind, ...splitText(text), ...(timed ? minutesOf(minutes) : {}) });
  };
  return (
    <form onSubmit={submit} className="rounded-card border border-line-strong bg-surface focus-within:border-mark">
      <Kinds chosen={kind} onChoose={setKind} />
      <textarea
        ref={area}
        aria-label={recordTexts.activities.placeholders[kind]}
        placeholder={recordTexts.activities.placeholders[kind]}
        value={text}
        dir="auto"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit();
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        className="field-sizing-content block min-h-14 w-full resize-none bg-transparent px-3.5 py-2 text-input outline-none"
      />
      {text.trim() && (
        <div className="flex items-center gap-2 px-2 pb-2">
          {timed && (
            <label className="flex items-center gap-2 pl-1.5 text-secondary">
              {recordTexts.activities.duration}
              <Input
                type="number"
                min={1}
                max={1440}
                inputMode="numeric"
                value={minutes}
                onChange={(event) => setMinutes(event.target.value)}
                className="w-20"
              />
            </label>
          )}
          <Button
            kind="primary"
            small
            type="submit"
            busy={log.isPending}
            tip={recordTexts.activities.log}
            data-keys={keyWords('mod+enter')}
            className="ml-auto"
          >
            {recordTexts.activities.log}
          </Button>
        </div>
      )}
    </form>
  );
}

interface Draft {
  type: Kind;
  subject: string;
  description?: string;
  durationMinutes?: number;
}

function minutesOf(typed: string): { durationMinutes?: number } {
  return Number(typed) > 0 ? { durationMinutes: Math.round(Number(typed)) } : {};
}

function useLog(object: ObjectName, recordId: string, onLogged: () => void) {
  return useMutation({
    mutationFn: (draft: Draft) =>
      kith.activities.create({
        ...draft,
        [`${object}Id`]: recordId,
        occurredAt: new Date().toISOString(),
      }),
    onSuccess: () => {
      onLogged();
      void queryClient.invalidateQueries({ queryKey: recordKey(object, recordId) });
    },
    onError: (error) => sayFailed(texts.edit.notSaved(ApiProblem.from(error).detail)),
  });
}

function Kinds({ chosen, onChoose }: { chosen: Kind; onChoose: (kind: Kind) => void }) {
  return (
    <div role="radiogroup" aria-label={recordTexts.activities.kind} className="flex gap-1 px-1.5 pt-1.5">
      {kinds.map(({ name, icon: Icon }) => (
        <label
          key={name}
          className={cx(
            'relative flex h-7 items-center gap-1.5 rounded-control px-2 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-accent touch:h-control',
            name === chosen ? 'bg-hover text-text' : 'text-secondary hover:text-text',
          )}
        >
          <input
            type="radio"
            name="kind"
            checked={name === chosen}
            onChange={() => onChoose(name)}
            className="absolute inset-0 appearance-none outline-none"
          />
          <Icon aria-hidden />
          {recordTexts.activities.kinds[name]}
        </label>
      ))}
    </div>
  );
}
