import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { type EscalationRule, escalationRules } from '../data/setup/escalations.ts';
import { SettingsSection } from '../settings/section.tsx';
import { escalationsTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { lazily } from '../ui/lazily.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { PageState, ProblemState } from '../ui/state.tsx';
import { EscalationRow } from './escalation-row.tsx';
import { ToldLog } from './told-log.tsx';

const EscalationDialog = lazily(() => import('./escalation-dialog.tsx').then((module) => module.EscalationDialog));

/** Who is to hear of what needs somebody: the rules, and what they have told. */
export function EscalationsSection() {
  const { data: rules, error, refetch } = useQuery(escalationRules.options);
  const [editing, setEditing] = useState<EscalationRule | 'new'>();
  if (error && !rules) return <ProblemState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <SettingsSection
        title={words.title}
        text={words.text}
        action={
          <Button kind="primary" icon={Plus} onClick={() => setEditing('new')}>
            {words.create}
          </Button>
        }
      >
        {!rules && <Skeleton className="h-40 w-full" />}
        {rules?.length === 0 && <PageState drawing="clock" title={words.none} text={words.noneText} />}
        {rules && rules.length > 0 && (
          <ul aria-label={words.title} className="divide-y divide-line rounded-card border border-line">
            {rules.map((rule) => (
              <EscalationRow key={rule.id} rule={rule} onEdit={() => setEditing(rule)} />
            ))}
          </ul>
        )}
      </SettingsSection>
      <ToldLog />
      <Suspense>
        {editing && (
          <EscalationDialog rule={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
        )}
      </Suspense>
    </>
  );
}
