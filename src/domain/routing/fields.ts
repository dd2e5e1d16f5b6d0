import { defineObject, field } from '#platform/fields';

/** Who gets which leads. */
export const routingRule = defineObject({
  name: 'routingRule',
  plural: 'routingRules',
  path: 'routing-rules',
  label: 'Routing rule',
  pluralLabel: 'Routing rules',
  description: 'Who gets leads that meet some conditions; the first rule that has somebody free decides.',
  prefix: 'rr',
  table: 'routing_rules',
  extensible: false,
  events: 'crm.routing_rule',
  defaultSort: 'position',
  fields: {
    name: field.text({ label: 'Name', description: 'What the rule is called.', required: true, maxLength: 255 }),
    description: field.longText({ label: 'Description', description: 'What it is for.' }),
    position: field.integer({
      label: 'Position',
      description: 'Rules are asked from the lowest up; a new one comes last unless told.',
      minimum: 0,
      maximum: 1_000_000,
    }),
    active: field.boolean({ label: 'Active', description: 'Whether it is asked.', initial: true }),
    conditions: field.json({
      label: 'Conditions',
      description: 'The leads that it is for, as a filter of a list: {"country":{"eq":"DE"}}. Without: all.',
    }),
    action: field.json({
      label: 'Action',
      description:
        'Who gets them: {"kind":"owner","userId":…}, {"kind":"team","userIds":[…]} (who has the fewest open leads), {"kind":"roundRobin","members":[{"userId":…,"weight":2,"capacity":40}]} or {"kind":"territory","field":"country"}.',
      required: true,
    }),
  },
});
