import { defineObject, field } from '#platform/fields';

/** The kinds of record that a workspace makes are records too: what is done to one has a history, and can be undone. */
export const customObject = defineObject({
  name: 'customObject',
  plural: 'objects',
  label: 'Object',
  pluralLabel: 'Objects',
  description: 'A kind of record that the workspace has made.',
  prefix: 'ob',
  table: 'custom_objects',
  nameColumn: 'label',
  extensible: false,
  events: 'records.object',
  fields: {
    name: field.text({
      label: 'Name',
      description: 'Its name in the API, as project; it stays.',
      required: true,
      maxLength: 40,
    }),
    plural: field.text({ label: 'Plural', description: 'Its name in the plural, as projects.', maxLength: 40 }),
    label: field.text({ label: 'Label', description: 'What people call one.', required: true, maxLength: 100 }),
    pluralLabel: field.text({ label: 'Plural label', description: 'What people call many.', maxLength: 100 }),
    nameLabel: field.text({
      label: 'Label of the name',
      description: 'What the field is called that names a record.',
      maxLength: 100,
      initial: 'Name',
    }),
    description: field.longText({
      label: 'Description',
      description: 'What its records are.',
      maxLength: 2000,
      initial: '',
    }),
    icon: field.text({ label: 'Icon', description: 'The picture that it is shown with.', maxLength: 50 }),
    prefix: field.text({
      label: 'Prefix',
      description: 'How the ids of its records begin.',
      maxLength: 12,
      readOnly: true,
    }),
  },
});

/** What the records of all these kinds have; their fields are those that the workspace adds. */
export const customRecord = defineObject({
  name: 'customRecord',
  plural: 'records',
  label: 'Record',
  pluralLabel: 'Records',
  description: 'A record of a kind that the workspace has made.',
  prefix: 'cr',
  table: 'custom_records',
  owned: true,
  template: true,
  events: 'crm.custom',
  searched: ['name'],
  fields: {
    name: field.text({
      label: 'Name',
      description: 'What the record is called.',
      required: true,
      maxLength: 500,
      aliases: ['name', 'title', 'subject'],
    }),
    ownerId: field.user({ label: 'Owner', description: 'The user who answers for the record.', aliases: ['owner'] }),
    source: field.text({ label: 'Source', description: 'Where the record came from.', maxLength: 100 }),
    tags: field.tags({ label: 'Tags', description: 'Words to find the record by.', merge: 'union' }),
  },
});
