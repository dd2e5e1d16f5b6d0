import { defineObject, field } from '#platform/fields';

/** Somebody who signs in. */
export const user = defineObject({
  name: 'user',
  plural: 'users',
  label: 'User',
  pluralLabel: 'Users',
  description: 'Somebody who signs in to the workspace.',
  prefix: 'us',
  table: 'users',
  person: 'id',
  extensible: false,
  events: 'identity.user',
  fields: {
    name: field.text({ label: 'Name', description: 'The whole name.', maxLength: 511, personal: true }),
    firstName: field.text({ label: 'First name', description: 'The given name.', maxLength: 255, personal: true }),
    lastName: field.text({ label: 'Last name', description: 'The family name.', maxLength: 255, personal: true }),
    email: field.email({
      label: 'E-mail',
      description: 'The address that the user signs in with.',
      required: true,
      maxLength: 255,
      personal: true,
    }),
    role: field.text({
      label: 'Role',
      description: 'What the user may do: the name of a role.',
      maxLength: 60,
      initial: 'rep',
    }),
    teamId: field.reference({ label: 'Team', description: 'The team that the user works in.', to: 'team' }),
    managerId: field.reference({ label: 'Manager', description: 'Whom the user reports to.', to: 'user' }),
    lastLogin: field.dateTime({
      label: 'Last sign-in',
      description: 'When the user last signed in.',
      readOnly: true,
      derived: true,
    }),
    disabledAt: field.dateTime({
      label: 'Disabled',
      description: 'Since when the user may not sign in.',
      readOnly: true,
    }),
  },
});
