import { expect, test } from 'vitest';
import { z } from 'zod';
import { contact } from '#domain/records/contacts';
import { parseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { duplicatesWorld } from '../duplicates-world.fixture.ts';
import { dismissDuplicate } from '../operations/dismiss-duplicate.ts';
import { followMerges } from './follow-merges.ts';

const world = await duplicatesWorld();
const phone = '+49 30 901820';

const announce = defineOperation({
  name: 'test.announce',
  summary: 'Tells that contacts became one, or several again.',
  kind: 'write',
  permission: 'contacts:write',
  input: z.strictObject({ verb: z.string(), ids: z.array(z.string()) }),
  async run(context, { verb, ids }) {
    const recordIds = ids.map((id) => parseId('ct', id));
    context.emit({ type: `${contact.events}.${verb}`, object: contact.name, recordIds });
    return null;
  },
});

test('who was told apart from a merged contact is apart from the winner, and who was unmerged is not suggested again', async () => {
  const one = await world.person({ firstName: 'Ana', phone });
  const two = await world.person({ firstName: 'Anna', phone });
  const other = await world.person({ firstName: 'Bo', phone });
  await world.settle();
  expect(await world.suggested()).toHaveLength(3);
  await world.run(dismissDuplicate, { firstId: two.id, secondId: other.id });
  await world.run(announce, { verb: 'merged', ids: [one.id, two.id] });
  await world.handle(followMerges);
  expect((await world.suggested(one.id)).map(([, second]) => second)).toEqual([two.id]);
  await world.run(announce, { verb: 'unmerged', ids: [one.id, two.id] });
  await world.handle(followMerges);
  await world.settle();
  expect(await world.suggested()).toEqual([]);
});
