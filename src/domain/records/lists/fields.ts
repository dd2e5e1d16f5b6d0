import { defineObject, field } from '#platform/fields';

/** Records of one kind that were gathered under a name. */
export const list = defineObject({
  name: 'list',
  plural: 'lists',
  label: 'List',
  pluralLabel: 'Lists',
  description: 'Records of one kind under a name: gathered one by one, or all that meet a filter.',
  prefix: 'li',
  table: 'lists',
  extensible: false,
  standsAlone: false,
  defaultSort: 'name',
  fields: {
    name: field.text({ label: 'Name', description: 'What the list is called.', required: true, maxLength: 255 }),
    description: field.longText({
      label: 'Description',
      description: 'What the list is for.',
      maxLength: 2000,
      filterable: false,
    }),
    object: field.text({
      label: 'Kind of record',
      description: 'The kind of record that it holds, as contact.',
      required: true,
      maxLength: 50,
    }),
    kind: field.choice({
      label: 'Kind of list',
      description: 'static: its members are put in and taken out; dynamic: all that meet its filter.',
      choices: ['static', 'dynamic'],
      initial: 'static',
    }),
    filter: field.json({ label: 'Filter', description: 'What the members of a dynamic list meet.' }),
    ownerId: field.user({ label: 'Owner', description: 'Who made it.', readOnly: true }),
  },
});

/** That a record stands on a static list. */
export const listMember = defineObject({
  name: 'listMember',
  plural: 'listMembers',
  label: 'List member',
  pluralLabel: 'List members',
  description: 'That a record stands on a static list.',
  prefix: 'lm',
  table: 'list_members',
  nameColumn: 'record_type',
  extensible: false,
  standsAlone: false,
  events: 'crm.list_member',
  fields: {
    listId: field.reference({ label: 'List', description: 'The list.', to: 'list', required: true }),
    recordId: field.record({ label: 'Record', description: 'What stands on it.', required: true }),
  },
});
