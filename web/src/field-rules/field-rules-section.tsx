import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type FieldRules, fieldRulesOptions, useSetFieldRules } from '../data/setup/field-rules.ts';
import { SaveBar } from '../settings/save-bar.tsx';
import { SettingsSection } from '../settings/section.tsx';
import { texts, fieldRulesTexts as words } from '../texts/index.ts';
import { say } from '../ui/overlay/toast.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemNote, ProblemState } from '../ui/state.tsx';
import { ClassTable } from './class-table.tsx';
import { Exceptions } from './exceptions.tsx';

/** What each role may do with fields, by class and by single field. */
export function FieldRulesSection() {
  const { data: rules, error, refetch } = useQuery(fieldRulesOptions);
  const [draft, setDraft] = useState<FieldRules>();
  const save = useSetFieldRules();
  if (error && !rules) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!rules) return <Skeleton className="h-60 w-full" />;
  const shown = draft ?? rules;
  const keep = () =>
    draft &&
    save.mutate(draft, {
      onSuccess: () => {
        setDraft(undefined);
        say(words.saved);
      },
    });
  return (
    <>
      <SettingsSection title={words.title} text={words.text}>
        <ClassTable rules={shown} onChange={setDraft} />
      </SettingsSection>
      <SettingsSection title={words.exceptions} text={words.exceptionsText}>
        <Exceptions rules={shown} onChange={setDraft} />
      </SettingsSection>
      {draft && (
        <SaveBar
          text={words.changed}
          busy={save.isPending}
          discard={{
            label: texts.common.cancel,
            run: () => {
              setDraft(undefined);
              save.reset();
            },
          }}
          save={{ label: texts.common.save, run: keep }}
        >
          {save.error && <ProblemNote error={save.error} />}
        </SaveBar>
      )}
    </>
  );
}
