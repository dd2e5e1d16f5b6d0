import { defineObject, field } from '#platform/fields';

const occasions = ['event', 'rotting', 'close_date_passed'] as const;

/** "When this happens or has lasted so long, tell these people." */
export const escalationRule = defineObject({
  name: 'escalationRule',
  plural: 'escalationRules',
  path: 'escalation-rules',
  label: 'Escalation rule',
  pluralLabel: 'Escalation rules',
  description: 'When something happens, or a deal stands still for too long, somebody is told and may get a task.',
  prefix: 'er',
  table: 'escalation_rules',
  extensible: false,
  standsAlone: false,
  events: 'crm.escalation_rule',
  fields: {
    name: field.text({ label: 'Name', description: 'What the rule is called.', required: true, maxLength: 255 }),
    description: field.longText({ label: 'Description', description: 'What it is for.' }),
    when: field.choice({
      label: 'When',
      description:
        'What it waits for: an event; rotting: an open deal that is in its stage for too long; close_date_passed: an open deal whose close date is over.',
      choices: occasions,
      required: true,
    }),
    event: field.text({
      label: 'Event',
      description: 'The type of event, as crm.lead.overdue or deal.stage_changed; for when event.',
      maxLength: 100,
    }),
    data: field.json({
      label: 'Data',
      description: 'What the event must say: {"toStage":"Proposal"}; of a list, that it holds the value.',
    }),
    days: field.integer({
      label: 'Days',
      description:
        'For how many days a deal may stand in its stage (unless told, what the stage itself says), or its close date may be over (0 unless told).',
      minimum: 0,
      maximum: 3650,
    }),
    filter: field.json({
      label: 'Filter',
      description: 'What must hold for the record, as lists are filtered: {"amount":{"gte":"50000"}}.',
    }),
    tell: field.json({
      label: 'Tell',
      description:
        'Who is told: {"owner":true,"manager":true,"userIds":["us_…"],"roles":["manager"]}; manager is to whom the owner reports.',
      required: true,
    }),
    task: field.json({
      label: 'Task',
      description:
        'The task for each of them, if any: subject (with {name} for the name of the record), description, priority, dueInDays or dueInHours.',
    }),
    enabled: field.boolean({ label: 'Enabled', description: 'Whether it is applied.', initial: true }),
  },
});
