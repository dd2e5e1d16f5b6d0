import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { ApiProblem } from '../data/problem.ts';
import { orderRules, type RoutingRule, routingRules } from '../data/setup/routing.ts';
import { SettingsSection } from '../settings/section.tsx';
import { routingTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Sortable } from '../ui/forms/sortable.tsx';
import { lazily } from '../ui/lazily.ts';
import { sayFailed } from '../ui/overlay/toast.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { PageState, ProblemState } from '../ui/state.tsx';
import { AssignmentLog } from './assignment-log.tsx';
import { RuleRow } from './rule-row.tsx';
import { TerritoriesSection } from './territories-section.tsx';
import { TryCard } from './try-card.tsx';

const RuleDialog = lazily(() => import('./rule-dialog.tsx').then((module) => module.RuleDialog));

/** Who gets new leads: rules in their order, territories, and what the rules have done lately. */
export function RoutingSection() {
  const { data: rules, error, refetch } = useQuery(routingRules.options);
  const [editing, setEditing] = useState<RoutingRule | 'new'>();
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
        {rules?.length === 0 && <PageState drawing="people" title={words.none} text={words.noneText} />}
        {rules && rules.length > 0 && <Rules rules={rules} onEdit={setEditing} />}
      </SettingsSection>
      <TryCard />
      <TerritoriesSection />
      <AssignmentLog />
      <Suspense>
        {editing && <RuleDialog rule={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
      </Suspense>
    </>
  );
}

function Rules({ rules, onEdit }: { rules: RoutingRule[]; onEdit: (rule: RoutingRule) => void }) {
  // What was just moved stays where it was put while the server is told.
  const [order, setOrder] = useState<string[]>();
  const shown = order ? [...rules].sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id)) : rules;
  const move = (from: number, to: number) => {
    const next = [...shown];
    next.splice(to, 0, ...next.splice(from, 1));
    setOrder(next.map((rule) => rule.id));
  };
  const settle = () => {
    if (order)
      orderRules(shown)
        .catch((problem) => sayFailed(ApiProblem.from(problem).detail))
        .finally(() => setOrder(undefined));
  };
  return (
    <Sortable
      label={words.title}
      items={shown}
      keyOf={(rule) => rule.id}
      nameOf={(rule) => rule.name}
      onMove={move}
      onSettle={settle}
      className="divide-y divide-line rounded-card border border-line"
    >
      {(rule, grip) => <RuleRow rule={rule} grip={grip} onEdit={() => onEdit(rule)} />}
    </Sortable>
  );
}
