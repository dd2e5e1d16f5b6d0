import { defineEvent } from '#platform/events';

const kinds = [
  ['contact', 'Contacts'],
  ['account', 'Accounts'],
] as const;

for (const [object, label] of kinds) {
  const data = {
    recordIds: 'the record that stays, then those that went into it',
    mergeId: 'the merge',
    winnerId: 'the record that stays',
    mergedIds: 'the records that went into it',
  };
  defineEvent({
    type: `crm.${object}.merged`,
    object,
    summary: `${label} became one; the ids of all of them lead to it.`,
    aliases: [`${object}.merged`],
    data,
  });
  defineEvent({
    type: `crm.${object}.unmerged`,
    object,
    summary: `${label} that had become one are several again.`,
    aliases: [`${object}.unmerged`],
    data,
  });
}
