import { expect, test } from 'vitest';
import type { FileAnswer } from '#platform/operations';
import { dealsWorld } from '../deals-world.fixture.ts';
import { exportDeals } from './export-deals.ts';

const world = await dealsWorld();
const { run, make, refuses } = world;

async function text(input: object, actor = world.admin): Promise<string> {
  const file = (await run(exportDeals, input as never, { actor })) as FileAnswer;
  let all = '';
  for await (const chunk of file.chunks) all += chunk;
  return all;
}

test('a list is exported as CSV with amounts to the minor unit, and no name is a formula', async () => {
  await make({ name: '=1+1', amount: '9999999999999.99' });
  expect(await text({ fields: 'name,amount,currency,stage' })).toMatch(
    /^\uFEFFID,Name,Amount,Currency,Stage\r\ndl_[0-9a-f]{32},'=1\+1,9999999999999.99,USD,Qualification\r\n$/,
  );
});

test('it is refused without the permission, and another workspace exports nothing', async () => {
  await refuses(exportDeals, {}, 'strange');
  expect((await text({}, world.stranger)).split('\r\n')).toHaveLength(2);
});
