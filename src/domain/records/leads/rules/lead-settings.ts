import { z } from 'zod';

/** What a status means to Kith, whatever the workspace calls it. */
const statusKinds = ['new', 'assigned', 'accepted', 'open', 'disqualified', 'converted'] as const;
export type StatusKind = (typeof statusKinds)[number];

const statusSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,49}$/, 'must be small letters, digits and _, 50 at most, beginning with a letter'),
  label: z.string().trim().min(1).max(100),
  kind: z.enum(statusKinds).meta({ description: 'What it means: one of each kind, but any number of open ones.' }),
});

const minutes = z.number().int().min(1).max(525_600);

const shippedStatuses: z.output<typeof statusSchema>[] = [
  { name: 'new', label: 'New', kind: 'new' },
  { name: 'assigned', label: 'Assigned', kind: 'assigned' },
  { name: 'accepted', label: 'Accepted', kind: 'accepted' },
  { name: 'working', label: 'Working', kind: 'open' },
  { name: 'qualified', label: 'Qualified', kind: 'open' },
  { name: 'disqualified', label: 'Disqualified', kind: 'disqualified' },
  { name: 'converted', label: 'Converted', kind: 'converted' },
];
const shippedReasons = ['No budget', 'No need', 'No answer', 'Wrong person', 'Bought elsewhere', 'Spam', 'Other'];

/** How a workspace works its leads. */
export const leadSettingsSchema = z.strictObject({
  statuses: z.array(statusSchema).min(6).max(30).superRefine(oneOfEachKind).default(shippedStatuses),
  disqualificationReasons: z
    .array(z.string().trim().min(1).max(255))
    .min(1)
    .max(100)
    .transform((reasons) => [...new Set(reasons)])
    .default(shippedReasons)
    .meta({ description: 'Why nothing may come of a lead.' }),
  answerWithinMinutes: z
    .strictObject({ SALES_READY: minutes, HOT: minutes, WARM: minutes, COLD: minutes })
    .default({ SALES_READY: 60, HOT: 240, WARM: 1440, COLD: 4320 })
    .meta({ description: 'By tier, how long a lead may wait until somebody accepts it.' }),
});

export type LeadSettings = z.output<typeof leadSettingsSchema>;

/** What holds where a workspace has decided nothing. */
export const shippedLeadSettings: LeadSettings = leadSettingsSchema.parse({});

function oneOfEachKind(statuses: z.output<typeof statusSchema>[], context: z.RefinementCtx): void {
  const names = statuses.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) context.addIssue({ code: 'custom', message: `the status '${twice}' is there twice` });
  for (const kind of statusKinds) {
    const count = statuses.filter((one) => one.kind === kind).length;
    if (kind !== 'open' && count !== 1)
      context.addIssue({
        code: 'custom',
        message: `there must be one status of the kind '${kind}', and there are ${count}`,
      });
  }
}

/** What a status means; one that is in the list no more counts as open. */
export function kindOfStatus({ statuses }: LeadSettings, name: unknown): StatusKind {
  return statuses.find((one) => one.name === name)?.kind ?? 'open';
}

/** The name of the one status of a kind. */
export function statusOf({ statuses }: LeadSettings, kind: Exclude<StatusKind, 'open'>): string {
  return statuses.find((one) => one.kind === kind)?.name ?? kind;
}

/** A status as people write it, in a file say: by its name or label, whatever the case. */
export function statusNamed({ statuses }: LeadSettings, text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  return statuses.find(({ name, label }) => name === wanted || label.toLowerCase() === wanted)?.name;
}

/** Until when a lead of a tier is to be accepted, from the moment on at which it began to wait. */
export function answerDue({ answerWithinMinutes }: LeadSettings, tier: unknown, from: Date): string {
  const within = Object.hasOwn(answerWithinMinutes, String(tier))
    ? answerWithinMinutes[tier as keyof LeadSettings['answerWithinMinutes']]
    : answerWithinMinutes.COLD;
  return new Date(from.getTime() + within * 60_000).toISOString();
}
