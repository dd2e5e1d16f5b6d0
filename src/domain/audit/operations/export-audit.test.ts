import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { FileAnswer } from '#platform/operations';
import { refusalsIn } from '#platform/testing';
import { auditWorld, doThing } from '../audit-world.fixture.ts';
import { exportAudit } from './export-audit.ts';
import { listAudit } from './list-audit.ts';

const world = await auditWorld();
for (let index = 0; index < 3; index += 1) await world.run(doThing, {});
await world.seal();

async function exported(input: object, actor = world.admin): Promise<string> {
  const file = (await world.run(exportAudit, input, { actor })) as FileAnswer;
  let text = '';
  for await (const chunk of file.chunks) text += chunk;
  return text;
}

test('the log comes as CSV, and as a line of JSON for each entry', async () => {
  const rows = parse(await exported({}), { columns: true, bom: true }) as Record<string, string>[];
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatchObject({ Number: '3', Operation: 'things.do', Outcome: 'done', Actor: 'Ada Admin' });
  const lines = (await exported({ format: 'json', operation: 'things.do' })).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).number)).toEqual([3, 2, 1]);
});

test('an export of the log is in the log', async () => {
  await world.seal();
  const { data } = await world.run(listAudit, { kind: 'export' });
  expect(data[0]).toMatchObject({ operation: 'audit.export', outcome: 'done' });
});

test('it is refused without the permission, and another workspace gets nothing', async () => {
  await refusalsIn(world)(exportAudit, {}, 'strange');
  expect(await exported({ format: 'json' }, world.stranger)).toBe('');
});
