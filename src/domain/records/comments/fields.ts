import { defineObject, field } from '#platform/fields';

/** What somebody says about a record. */
export const comment = defineObject({
  name: 'comment',
  plural: 'comments',
  label: 'Comment',
  pluralLabel: 'Comments',
  description: 'What somebody says about a record, to their colleagues.',
  prefix: 'co',
  table: 'comments',
  nameColumn: 'body',
  person: 'recordId',
  searched: ['body'],
  extensible: false,
  standsAlone: false,
  fields: {
    recordId: field.record({ label: 'Record', description: 'What the comment is about.', required: true }),
    recordType: field.text({
      label: 'Kind',
      description: 'The kind of record that it is about.',
      readOnly: true,
      derived: true,
    }),
    parentId: field.reference({ label: 'Answer to', description: 'The comment that it answers.', to: 'comment' }),
    body: field.longText({
      label: 'Text',
      description: 'What is said; @[Name](us_…) mentions a colleague, who is told.',
      required: true,
      maxLength: 10_000,
      personal: true,
      filterable: false,
    }),
    mentions: field.tags({
      label: 'Mentions',
      description: 'The ids of the users who are mentioned.',
      readOnly: true,
      derived: true,
      filterable: false,
    }),
    authorId: field.user({ label: 'Author', description: 'Who said it.', readOnly: true }),
  },
});
