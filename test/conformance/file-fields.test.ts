import { expect, test } from 'vitest';
import { takeIn } from '#platform/operations';
import { type Answer, testWorld } from '#platform/testing';
import { operations } from '../../src/modules.ts';

const world = await testWorld();
const call = (name: string, input: object): Promise<Answer> => world.run(operations.get(name) as never, input as never);

test('a field of type file refers to a file that is kept here', async () => {
  await call('fields.create', { object: 'contact', name: 'contract', label: 'Contract', type: 'file' });
  const { id } = await call('contacts.create', { firstName: 'Ana' });
  async function* words() {
    yield Buffer.from('signed');
  }
  const named = { name: 'contract.txt', contentType: 'text/plain' };
  const taken = await takeIn(world.ports, operations.get('files.upload') as never, world.workspaceId, words(), named);
  const file = await call('files.upload', { file: taken, recordId: id });
  const set = (contract: unknown) => call('contacts.update', { id, customFields: { contract } });
  expect((await set(file.id)).customFields).toEqual({ contract: file.id });
  await expect(set(`fi_${'0'.repeat(32)}`)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(set(id)).rejects.toMatchObject({ code: 'validation_failed' });
  const filter = { 'custom.contract': { eq: file.id } };
  expect((await call('contacts.list', { filter })).data).toMatchObject([{ id }]);
});
