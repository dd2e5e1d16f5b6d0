import { defineObject, field } from '#platform/fields';

/** Fields are records too: what is done to one has a history, and can be undone. */
export const customField = defineObject({
  name: 'field',
  plural: 'fields',
  label: 'Field',
  pluralLabel: 'Fields',
  description: 'A field that the workspace has added to a kind of record.',
  prefix: 'fd',
  table: 'custom_fields',
  nameColumn: 'label',
  extensible: false,
  events: 'records.field',
  fields: {
    object: field.text({ label: 'Object', description: 'The kind of record that has it.', required: true }),
    name: field.text({ label: 'Name', description: 'Its name in the API; it stays.', required: true, maxLength: 63 }),
    label: field.text({ label: 'Label', description: 'What people call it.', required: true, maxLength: 255 }),
    description: field.longText({ label: 'Help', description: 'What it is for.', initial: '' }),
    type: field.text({ label: 'Type', description: 'What its values are.', required: true, maxLength: 20 }),
    options: field.json({ label: 'Choices', description: 'What can be chosen, in order.', initial: [] }),
    colors: field.json({ label: 'Colours', description: 'The colours of choices.', initial: {} }),
    required: field.boolean({ label: 'Required', description: 'Whether it must be filled.', initial: false }),
    isUnique: field.boolean({ label: 'Unique', description: 'Whether no two may be equal.', initial: false }),
    defaultValue: field.json({ label: 'Default', description: 'What a new record has.' }),
    rules: field.json({ label: 'Rules', description: 'What values must be like.', initial: {} }),
    privacy: field.choice({
      label: 'Privacy',
      description: 'How sensitive its values are.',
      choices: ['public', 'internal', 'confidential', 'restricted'],
      initial: 'internal',
    }),
    target: field.text({ label: 'Related', description: 'The kind of record that it refers to.' }),
    currency: field.text({ label: 'Currency', description: 'The currency of its amounts.', maxLength: 3 }),
    computed: field.json({ label: 'Computation', description: 'The formula or roll-up that it follows from.' }),
    position: field.integer({ label: 'Position', description: 'Where it stands among the others.', initial: 0 }),
  },
});
