import { contact } from '#domain/records/contacts';
import { relationship } from '#domain/records/relationships';
import type { Context } from '#platform/context';
import { publicId } from '#platform/ids';
import { createRecords } from '#platform/records';
import type { Cast } from './cast.ts';

const strongest = 100;

/** Some of those who work at the same company report to one another, or work together. They go with the people. */
export async function relateColleagues(context: Context, cast: Cast): Promise<void> {
  const sets = cast.people.flatMap(({ index, accountIndex, interest }) => {
    const all = cast.colleagues(accountIndex);
    const before = all[all.findIndex((one) => one.index === index) - 1];
    const [from, to] = [cast.member(index), before && cast.member(before.index)];
    if (!from || !to || interest === 'none') return [];
    return [
      {
        fromId: publicId(contact.prefix, from.contactId),
        toId: publicId(contact.prefix, to.contactId),
        type: index % 3 === 0 ? 'works_with' : 'reports_to',
        strength: strongest - (index % 50),
      },
    ];
  });
  await createRecords(context, relationship, sets);
}
