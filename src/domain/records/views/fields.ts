import { defineObject, field } from '#platform/fields';

/** A list and its filter, kept under a name. */
export const view = defineObject({
  name: 'view',
  plural: 'views',
  label: 'View',
  pluralLabel: 'Views',
  description: 'A list with its filter, sort and columns, kept under a name.',
  prefix: 'vw',
  table: 'saved_views',
  extensible: false,
  events: 'records.view',
  fields: {
    name: field.text({ label: 'Name', description: 'What the view is called.', required: true, maxLength: 255 }),
    object: field.text({
      label: 'Object',
      description: 'The kind of record that it lists, one of the workspace among them.',
      required: true,
      maxLength: 50,
    }),
    filter: field.json({ label: 'Filter', description: 'The conditions of the list.' }),
    sort: field.text({
      label: 'Sort',
      description: 'The field that it is sorted by; - before it for descending.',
      maxLength: 100,
    }),
    columns: field.json({ label: 'Columns', description: 'The columns and their widths.' }),
    shared: field.boolean({
      label: 'Shared',
      description: 'Whether everybody in the workspace sees it.',
      initial: false,
    }),
    ownerId: field.user({ label: 'Owner', description: 'Whose view it is.', readOnly: true }),
  },
});
