import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ApiProblem } from '../data/problem.ts';
import type { LeadSettings } from '../data/setup/lead-settings.ts';
import { SaveBar } from '../settings/save-bar.tsx';
import { SettingsSection } from '../settings/section.tsx';
import { texts, leadSettingsTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { LinesInput } from '../ui/forms/lines-input.tsx';
import { Sortable } from '../ui/forms/sortable.tsx';
import { say, sayFailed } from '../ui/overlay/toast.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemState } from '../ui/state.tsx';
import { AnswerTimes } from './answer-times.tsx';
import { settingsMistakes } from './mistakes.ts';
import { newStatus } from './status-name.ts';
import { StatusRow } from './status-row.tsx';
import { useSettingsDraft } from './use-settings-draft.ts';

/** How the workspace works its leads: statuses, times to answer, reasons for disqualifying. */
export function LeadSettingsSection() {
  const draft = useSettingsDraft();
  const { saved, settings } = draft;
  if (saved.error && !settings) return <ProblemState error={saved.error} onRetry={() => void saved.refetch()} />;
  return (
    <SettingsSection title={words.title} text={words.text}>
      {settings ? <Editor draft={draft} settings={settings} /> : <Skeleton className="h-60 w-full" />}
    </SettingsSection>
  );
}

type SettingsDraft = ReturnType<typeof useSettingsDraft>;

function Editor({ draft, settings }: { draft: SettingsDraft; settings: LeadSettings }) {
  const mistakes = settingsMistakes(settings);
  const { busy, problem, save } = useSaving(draft);
  const wrong = mistakes.size > 0;
  return (
    <div className="grid gap-8">
      <Part title={words.statuses} text={words.statusesText}>
        <Statuses settings={settings} mistakes={mistakes} onChange={draft.change} />
      </Part>
      <Part title={words.waiting} text={words.waitingText}>
        <AnswerTimes
          times={settings.answerWithinMinutes}
          mistakes={mistakes}
          onChange={(answerWithinMinutes) => draft.change({ answerWithinMinutes })}
        />
      </Part>
      <Part title={words.reasons} text={words.reasonsText}>
        <div className="max-w-form">
          <LinesInput
            aria-label={words.reasons}
            aria-invalid={mistakes.has('reasons') || undefined}
            lines={settings.disqualificationReasons}
            onLines={(disqualificationReasons) => draft.change({ disqualificationReasons })}
          />
          {mistakes.has('reasons') && <p className="mt-1 text-danger-text text-xs">{mistakes.get('reasons')}</p>}
        </div>
      </Part>
      {draft.changed && (
        <SaveBar
          text={draft.stale ? words.stale : (problem?.detail ?? (wrong ? words.wrong(mistakes.size) : words.unsaved))}
          wrong={wrong || draft.stale || problem !== undefined}
          busy={busy}
          disabled={wrong || draft.stale}
          discard={{ label: words.discard, run: draft.discard }}
          save={{ label: texts.common.save, run: () => void save() }}
        />
      )}
    </div>
  );
}

function Part({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className="grid gap-3">
      <div>
        <h3 className="font-semibold">{title}</h3>
        <p className="text-pretty text-secondary">{text}</p>
      </div>
      {children}
    </section>
  );
}

interface StatusesProps {
  settings: LeadSettings;
  mistakes: ReadonlyMap<number | string, string>;
  onChange: (part: Partial<LeadSettings>) => void;
}

function Statuses({ settings: { statuses }, mistakes, onChange }: StatusesProps) {
  const set = (next: LeadSettings['statuses']) => onChange({ statuses: next });
  const add = () => {
    const end = statuses.findIndex(({ kind }) => kind === 'disqualified' || kind === 'converted');
    set(statuses.toSpliced(end < 0 ? statuses.length : end, 0, newStatus(statuses, words.fresh)));
  };
  return (
    <>
      <Sortable
        label={words.statuses}
        items={statuses}
        keyOf={(status) => status.name}
        nameOf={(status) => status.label}
        onMove={(from, to) => {
          const moved = statuses[from];
          if (moved) set(statuses.toSpliced(from, 1).toSpliced(to, 0, moved));
        }}
        className="divide-y divide-line rounded-card border border-line"
      >
        {(status, grip, at) => (
          <StatusRow
            status={status}
            grip={grip}
            mistake={mistakes.get(at)}
            onLabel={(label) => set(statuses.with(at, { ...status, label }))}
            onRemove={() => set(statuses.toSpliced(at, 1))}
          />
        )}
      </Sortable>
      <Button icon={Plus} className="justify-self-start" onClick={add}>
        {words.add}
      </Button>
    </>
  );
}

/** Saving, with the way back. */
function useSaving(draft: SettingsDraft) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const putBack = await draft.save();
      say(words.saved, {
        label: texts.undo.action,
        run: () => void putBack().catch((error) => sayFailed(texts.undo.failed(ApiProblem.from(error).detail))),
      });
    } catch (error) {
      setProblem(ApiProblem.from(error));
      void draft.saved.refetch();
    }
    setBusy(false);
  };
  return { busy, problem, save };
}
