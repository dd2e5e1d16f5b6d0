import { z } from 'zod';

/** The stages that Kith itself moves people to: they may be called otherwise and stand elsewhere, but they are there. */
const kithStages = ['subscriber', 'lead', 'opportunity', 'customer'] as const;
export type KithStage = (typeof kithStages)[number];

const stageSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,49}$/, 'must be small letters, digits and _, 50 at most, beginning with a letter'),
  label: z.string().trim().min(1).max(100),
});

const shippedStages: z.output<typeof stageSchema>[] = [
  { name: 'subscriber', label: 'Subscriber' },
  { name: 'lead', label: 'Lead' },
  { name: 'mql', label: 'Marketing qualified' },
  { name: 'sql', label: 'Sales qualified' },
  { name: 'opportunity', label: 'Opportunity' },
  { name: 'customer', label: 'Customer' },
  { name: 'evangelist', label: 'Evangelist' },
];

/** The stages of life that contacts come through, in their order. */
export const lifecycleSchema = z.strictObject({
  stages: z.array(stageSchema).max(50).superRefine(wholeAndUnmistakable).default(shippedStages).meta({
    description:
      'In their order. subscriber, lead, opportunity and customer stay, whatever they are called: Kith moves people to them.',
  }),
});

export type Lifecycle = z.output<typeof lifecycleSchema>;

/** What holds where a workspace has decided nothing. */
export const shippedLifecycle: Lifecycle = lifecycleSchema.parse({});

function wholeAndUnmistakable(stages: z.output<typeof stageSchema>[], context: z.RefinementCtx): void {
  const refuse = (message: string) => context.addIssue({ code: 'custom', message });
  const names = stages.map(({ name }) => name);
  const said = stages.map(({ label }) => label.toLowerCase());
  const twice = stages.find(({ name }, at) => names.indexOf(name) !== at || said.indexOf(said[at] ?? '') !== at);
  if (twice) refuse(`the stage '${twice.label}' is there twice`);
  const missing = kithStages.find((stage) => !names.includes(stage));
  if (missing) refuse(`the stage '${missing}' must stay, since Kith moves people to it`);
}

/** Whether a stage is there in every workspace. */
export function isKithStage(name: unknown): boolean {
  return kithStages.some((stage) => stage === name);
}

/** A stage as people write it, in a file say: by its name or label, whatever the case. */
export function stageNamed({ stages }: Lifecycle, text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  return stages.find(({ name, label }) => name === wanted || label.toLowerCase() === wanted)?.name;
}

/** The stages before one, from which Kith moves people on to it: never back. */
export function stagesBefore({ stages }: Lifecycle, stage: KithStage): string[] {
  const names = stages.map(({ name }) => name);
  return names.slice(0, names.indexOf(stage));
}
