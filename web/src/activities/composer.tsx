import { useMutation } from '@tanstack/react-query';
import { AtSign, CalendarDays, type LucideIcon, MessageSquare, Phone, Sparkles, StickyNote } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import type { ObjectName } from '../data/catalogue.ts';
import { kith } from '../data/kith.ts';
import { ApiProblem } from '../data/problem.ts';
import { queryClient } from '../data/query-client.ts';
import { recordKey } from '../data/records.ts';
import { useShortcut } from '../shell/shortcuts.ts';
import { texts, composerTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Input } from '../ui/input.tsx';
import { keyWords } from '../ui/keys.ts';
import { sayFailed } from '../ui/overlay/toast.tsx';
import { type Reading, useReading } from './use-reading.ts';

type Kind = Reading['type'];

const kinds: { name: Kind; icon: LucideIcon; timed: boolean }[] = [
  { name: 'note', icon: StickyNote, timed: false },
  { name: 'call', icon: Phone, timed: true },
  { name: 'email', icon: AtSign, timed: false },
  { name: 'meeting', icon: CalendarDays, timed: true },
  { name: 'sms', icon: MessageSquare, timed: false },
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

/** Undefined stands for what nobody has said yet: then what the line was understood to say holds. */
interface Said {
  kind?: Kind | undefined;
  minutes?: string | undefined;
}

/** Writes down what has just happened with a record: a note, a call, a mail, a meeting; or a line that says so itself. */
export function Composer({ object, recordId }: { object: ObjectName; recordId: string }) {
  const [said, setSaid] = useState<Said>({});
  const [text, setText] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  useShortcut('n', () => area.current?.focus());
  const log = useLog(object, recordId, () => {
    setText('');
    setSaid({});
  });
  const reading = useReading(text, said.kind !== 'note');
  const kind = said.kind ?? reading?.type ?? 'note';
  const minutes = said.minutes ?? String(reading?.durationMinutes ?? '');
  const timed = kinds.find((one) => one.name === kind)?.timed === true;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!text.trim() || log.isPending) return;
    const about = reading
      ? { subject: reading.subject, occurredAt: reading.occurredAt, data: { text: text.trim() } }
      : splitText(text);
    log.mutate({ type: kind, ...about, ...(timed ? minutesOf(minutes) : {}) });
  };
  return (
    <form onSubmit={submit} className="rounded-card border border-line-strong bg-surface focus-within:border-mark">
      <Kinds chosen={kind} onChoose={(next) => setSaid({ ...said, kind: next })} />
      <textarea
        ref={area}
        aria-label={words.placeholders[kind]}
        placeholder={words.placeholders[kind]}
        value={text}
        dir="auto"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit();
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        className="field-sizing-content block min-h-14 w-full resize-none bg-transparent px-3.5 py-2 text-input outline-none"
      />
      {reading && <Understood reading={reading} onRefuse={() => setSaid({ kind: 'note' })} />}
      {text.trim() && (
        <div className="flex items-center gap-2 px-2 pb-2">
          {timed && (
            <label className="flex items-center gap-2 pl-1.5 text-secondary">
              {words.duration}
              <Input
                type="number"
                min={1}
                max={1440}
                inputMode="numeric"
                value={minutes}
                onChange={(event) => setSaid({ ...said, minutes: event.target.value })}
                className="w-20"
              />
            </label>
          )}
          <Button
            kind="primary"
            small
            type="submit"
            busy={log.isPending}
            tip={words.log}
            data-keys={keyWords('mod+enter')}
            className="ml-auto"
          >
            {words.log}
          </Button>
        </div>
      )}
    </form>
  );
}

/** What the line was understood to say: the kind and the minutes can be changed beside it, the rest in the line. */
function Understood({ reading, onRefuse }: { reading: Reading; onRefuse: () => void }) {
  const { type, durationMinutes, occurredAt, subject } = reading;
  const past = new Date(occurredAt).toDateString() !== new Date().toDateString();
  const parts = [
    words.kinds[type],
    durationMinutes ? words.minutes(durationMinutes) : '',
    past ? words.yesterday : '',
  ].filter(Boolean);
  return (
    <div className="mx-2 mb-2 flex items-center gap-2 border-accent border-l-2 pl-2">
      <p role="status" aria-label={words.understood} className="flex min-w-0 grow items-center gap-1.5">
        <Sparkles aria-hidden className="shrink-0 text-accent" />
        <span className="shrink-0 text-secondary">{parts.join(' · ')}</span>
        <span className="truncate font-medium" dir="auto">
          {subject}
        </span>
      </p>
      <Button small kind="quiet" onClick={onRefuse}>
        {words.asWritten}
      </Button>
    </div>
  );
}

interface Draft {
  type: Kind;
  subject: string;
  description?: string;
  durationMinutes?: number;
  occurredAt?: string;
}

function minutesOf(typed: string): { durationMinutes?: number } {
  return Number(typed) > 0 ? { durationMinutes: Math.round(Number(typed)) } : {};
}

function useLog(object: ObjectName, recordId: string, onLogged: () => void) {
  return useMutation({
    mutationFn: (draft: Draft) =>
      kith.activities.create({
        occurredAt: new Date().toISOString(),
        ...draft,
        [`${object}Id`]: recordId,
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
    <div role="radiogroup" aria-label={words.kind} className="flex gap-1 px-1.5 pt-1.5">
      {kinds
        .filter(({ name }) => name !== 'sms' || chosen === 'sms')
        .map(({ name, icon: Icon }) => (
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
            {words.kinds[name]}
          </label>
        ))}
    </div>
  );
}
