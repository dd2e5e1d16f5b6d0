import { defineObject, field } from '#platform/fields';

/** That a user wants to hear of a record, or does not any more. */
export const follow = defineObject({
  name: 'follow',
  plural: 'follows',
  label: 'Follow',
  pluralLabel: 'Follows',
  description: 'That somebody wants to hear of a record, or does not any more.',
  prefix: 'fw',
  table: 'follows',
  nameColumn: 'reason',
  extensible: false,
  standsAlone: false,
  fields: {
    recordId: field.record({ label: 'Record', description: 'What is followed.', required: true }),
    recordType: field.text({
      label: 'Kind',
      description: 'The kind of record that is followed.',
      readOnly: true,
      derived: true,
    }),
    userId: field.user({ label: 'User', description: 'Who follows it.', required: true }),
    following: field.boolean({
      label: 'Following',
      description: 'False for somebody who has stopped, and is not made to follow again.',
      initial: true,
    }),
    reason: field.choice({
      label: 'Reason',
      description: 'How it came about: asked for, by a comment of theirs, or by being mentioned.',
      choices: ['asked', 'comment', 'mention'],
      initial: 'asked',
    }),
  },
});
