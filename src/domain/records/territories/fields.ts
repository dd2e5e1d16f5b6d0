import { defineObject, field } from '#platform/fields';

/** A part of the market that some people look after. */
export const territory = defineObject({
  name: 'territory',
  plural: 'territories',
  label: 'Territory',
  pluralLabel: 'Territories',
  description: 'A part of the market, told by values of leads, and the people who look after it.',
  prefix: 'te',
  table: 'territories',
  extensible: false,
  defaultSort: 'name',
  fields: {
    name: field.text({ label: 'Name', description: 'What the territory is called.', required: true, maxLength: 255 }),
    description: field.longText({ label: 'Description', description: 'What belongs to it, for people.' }),
    match: field.json({
      label: 'Belongs to it',
      description: 'By field, the values that belong to it, as {"country":["DE","AT"]}.',
    }),
    team: field.json({
      label: 'Team',
      description: 'Who shares what comes in, as {"members":[{"userId":"us_…","weight":2,"capacity":40}]}.',
    }),
    ownerId: field.user({ label: 'Owner', description: 'Who answers for the territory.' }),
  },
});
