const verbs = (kind: string, ...names: string[]) => names.map((name) => `crm.${kind}.${name}`);

/** The events that rules may wait for. Those of tasks are not among them, but for what people do: a rule never answers itself. */
export const ruleEvents: readonly string[] = [
  ...verbs('contact', 'created', 'updated', 'restored', 'lifecycle_changed', 'scored', 'tier_changed'),
  ...verbs('account', 'created', 'updated', 'restored'),
  ...verbs('deal', 'created', 'updated', 'restored', 'stage_changed', 'won', 'lost'),
  ...verbs('lead', 'created', 'updated', 'restored', 'qualified', 'assigned', 'accepted', 'rejected', 'status_changed'),
  ...verbs('lead', 'disqualified', 'overdue', 'converted'),
  ...verbs('activity', 'created', 'updated', 'logged'),
  ...verbs('call', 'logged'),
  ...verbs('meeting', 'scheduled'),
  ...verbs('communication', 'created'),
  ...verbs('email', 'sent', 'opened'),
  ...verbs('task', 'completed', 'overdue'),
];
