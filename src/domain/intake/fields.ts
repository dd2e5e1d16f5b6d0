import { defineObject, field } from '#platform/fields';

/** An import of a file; in the catalogue for its ids alone, since its rows are written by the import itself. */
defineObject({
  name: 'import',
  plural: 'imports',
  label: 'Import',
  pluralLabel: 'Imports',
  description: 'A file that becomes records.',
  prefix: 'im',
  table: 'imports',
  standsAlone: false,
  nameColumn: 'file_name',
  extensible: false,
  events: 'intake.importRecord',
  fields: {
    fileName: field.text({
      label: 'File',
      description: 'The name of the file.',
      readOnly: true,
      filterable: false,
      sortable: false,
    }),
    status: field.text({
      label: 'Status',
      description: 'queued, running, paused, done, failed or cancelled.',
      readOnly: true,
      filterable: false,
      sortable: false,
    }),
  },
});
