import { defineObject, field } from '#platform/fields';

/** People who work together, somewhere in the tree of teams. */
export const team = defineObject({
  name: 'team',
  plural: 'teams',
  label: 'Team',
  pluralLabel: 'Teams',
  description:
    'People who work together; whoever manages a team sees the records of its members and of the teams below it.',
  prefix: 'tx',
  table: 'teams',
  extensible: false,
  standsAlone: false,
  defaultSort: 'name',
  fields: {
    name: field.text({ label: 'Name', description: 'What the team is called.', required: true, maxLength: 255 }),
    description: field.longText({ label: 'Description', description: 'What the team does, for people.' }),
    parentId: field.reference({ label: 'Part of', description: 'The team that it is a part of.', to: 'team' }),
    managerId: field.user({ label: 'Manager', description: 'Who leads the team and sees what it does.' }),
  },
});
