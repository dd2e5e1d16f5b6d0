import { mergeEventsOf } from '#domain/merging';
import { contact } from '#domain/records/contacts';
import { defineHandler } from '#platform/events';
import { keepApartOf, passOnDecisions } from '../store/decisions.ts';

const { merged, unmerged } = mergeEventsOf(contact);

/** What people have decided goes on: who is apart from somebody that was merged is apart from the winner, and who was unmerged is apart. */
export const followMerges = defineHandler({
  name: 'duplicates-of-merged',
  summary: 'Keeps what was decided of records that become one, or several again.',
  on: [merged, unmerged],
  async run(context, events) {
    for (const { type, recordIds } of events) {
      const [winnerId, ...memberIds] = recordIds;
      if (!winnerId) continue;
      const decide = type === unmerged ? keepApartOf : passOnDecisions;
      await decide(context.tx, context, contact.name, { winnerId, memberIds });
    }
  },
});
