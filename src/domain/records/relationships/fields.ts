import { defineObject, field } from '#platform/fields';

const relationshipTypes = ['reports_to', 'works_with', 'decision_maker', 'influencer', 'partner', 'custom'] as const;

/** How one record stands to another. */
export const relationship = defineObject({
  name: 'relationship',
  plural: 'relationships',
  label: 'Relationship',
  pluralLabel: 'Relationships',
  description: 'How one record stands to another: who reports to whom, who decides, who is a partner.',
  prefix: 'rl',
  table: 'relationships',
  nameColumn: 'type',
  person: 'fromId',
  extensible: false,
  standsAlone: false,
  fields: {
    fromId: field.record({ label: 'From', description: 'The record whose relationship it is.', required: true }),
    fromType: field.text({
      label: 'Kind of from',
      description: 'The kind of the record that it goes from.',
      readOnly: true,
      derived: true,
    }),
    toId: field.record({ label: 'To', description: 'The record that it stands in relation to.', required: true }),
    toType: field.text({
      label: 'Kind of to',
      description: 'The kind of the record that it goes to.',
      readOnly: true,
      derived: true,
    }),
    type: field.choice({
      label: 'Type',
      description: 'How the first stands to the second; custom has a label of its own.',
      choices: relationshipTypes,
      required: true,
    }),
    label: field.text({
      label: 'Label',
      description: 'What a custom relationship is called.',
      maxLength: 100,
      initial: '',
    }),
    strength: field.integer({
      label: 'Strength',
      description: 'How close it is, from 0 to 100.',
      minimum: 0,
      maximum: 100,
      initial: 50,
    }),
    notes: field.longText({
      label: 'Notes',
      description: 'What is worth knowing about it.',
      personal: true,
      filterable: false,
    }),
    since: field.date({
      label: 'Since',
      description: 'The day from which it holds.',
      filterable: false,
      sortable: false,
    }),
    until: field.date({
      label: 'Until',
      description: 'The last day on which it holds.',
      filterable: false,
      sortable: false,
    }),
  },
});
