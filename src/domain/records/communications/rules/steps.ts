import type { Values } from '#platform/changes';

/** What can become of a communication. */
export const steps = [
  'queued',
  'sent',
  'delivered',
  'opened',
  'clicked',
  'replied',
  'bounced',
  'failed',
  'received',
  'completed',
] as const;
export type Step = (typeof steps)[number];

/** The fields that hold when a step was taken first. */
export const momentOf = {
  sent: 'sentAt',
  opened: 'openedAt',
  clicked: 'clickedAt',
  replied: 'repliedAt',
} as const satisfies Partial<Record<Step, string>>;

/** The steps that a write has taken: a moment that was empty is filled. The moment of sending has a name of its own for what came in and for calls. */
export function stepsTaken(before: Values | undefined, after: Values): { step: Step; at: string }[] {
  const filled = (field: string) => typeof after[field] === 'string' && !before?.[field];
  return (Object.entries(momentOf) as ['sent', string][])
    .filter(([, field]) => filled(field))
    .map(([step, field]) => ({ step: step === 'sent' ? sentStep(after) : step, at: String(after[field]) }));
}

function sentStep({ type, direction }: Values): Step {
  if (type === 'call') return 'completed';
  return direction === 'inbound' ? 'received' : 'sent';
}
