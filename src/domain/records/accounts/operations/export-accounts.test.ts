import { expect, test } from 'vitest';
import type { FileAnswer } from '#platform/operations';
import { accountsWorld } from '../accounts-world.fixture.ts';
import { exportAccounts } from './export-accounts.ts';

const world = await accountsWorld();
const { run, make, refuses } = world;

async function text(input: object, actor = world.admin): Promise<string> {
  const file = (await run(exportAccounts, input as never, { actor })) as FileAnswer;
  let all = '';
  for await (const chunk of file.chunks) all += chunk;
  return all;
}

test('a list is exported as CSV under the labels of its fields, and no cell is a formula', async () => {
  await make({ industry: '=HYPERLINK("x")' });
  const label = 'Industry';
  expect(await text({ fields: 'industry' })).toMatch(
    new RegExp(`^\uFEFFID,${label}\r\nac_[0-9a-f]{32},"'=HYPERLINK\\(""x""\\)"\r\n$`),
  );
});

test('it is refused without the permission or with wrong input, and another workspace exports nothing', async () => {
  await refuses(exportAccounts, {}, 'strange');
  expect((await text({}, world.stranger)).split('\r\n')).toHaveLength(2);
  await expect(text({ fields: 'nothing' })).rejects.toMatchObject({ code: 'unknown_field' });
});
