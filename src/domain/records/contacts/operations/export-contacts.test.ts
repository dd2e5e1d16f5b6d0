import { expect, test } from 'vitest';
import type { FileAnswer } from '#platform/operations';
import { contactsWorld } from '../contacts-world.fixture.ts';
import { exportContacts } from './export-contacts.ts';

const world = await contactsWorld();
const { run, make, refuses } = world;

async function text(input: object, actor = world.admin): Promise<string> {
  const file = (await run(exportContacts, input as never, { actor })) as FileAnswer;
  let all = '';
  for await (const chunk of file.chunks) all += chunk;
  return all;
}

test('a list is exported as CSV under the labels of its fields, and no cell is a formula', async () => {
  await make({ title: '=HYPERLINK("x")' });
  const label = 'Job title';
  expect(await text({ fields: 'title' })).toMatch(
    new RegExp(`^\uFEFFID,${label}\r\nct_[0-9a-f]{32},"'=HYPERLINK\\(""x""\\)"\r\n$`),
  );
});

test('it is refused without the permission or with wrong input, and another workspace exports nothing', async () => {
  await refuses(exportContacts, {}, 'strange');
  expect((await text({}, world.stranger)).split('\r\n')).toHaveLength(2);
  await expect(text({ fields: 'nothing' })).rejects.toMatchObject({ code: 'unknown_field' });
});
