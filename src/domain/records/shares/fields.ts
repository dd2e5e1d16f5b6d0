import { defineObject, field } from '#platform/fields';

/** That a record is shared with somebody, until a day or for good. */
export const share = defineObject({
  name: 'share',
  plural: 'shares',
  label: 'Share',
  pluralLabel: 'Shares',
  description: 'That a record is shared with a user, a team, or everybody of a role, until a moment or for good.',
  prefix: 'sr',
  table: 'shares',
  nameColumn: 'access',
  extensible: false,
  standsAlone: false,
  fields: {
    recordId: field.record({ label: 'Record', description: 'What is shared.', required: true }),
    recordType: field.text({
      label: 'Kind',
      description: 'The kind of record that is shared.',
      readOnly: true,
      derived: true,
    }),
    userId: field.user({ label: 'User', description: 'With whom it is shared.' }),
    role: field.text({ label: 'Role', description: 'The role with all of whose users it is shared.', maxLength: 50 }),
    teamId: field.reference({
      label: 'Team',
      description: 'The team with all of whose members it is shared, and with those of the teams below it.',
      to: 'team',
    }),
    access: field.choice({
      label: 'Access',
      description: 'Whether they may read or also change it.',
      choices: ['read', 'write'],
      initial: 'read',
    }),
    until: field.dateTime({ label: 'Until', description: 'When the sharing ends; never unless told.' }),
  },
});
