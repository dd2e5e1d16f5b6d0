import { expect, test } from 'vitest';
import { publicId } from '#platform/ids';
import { refusalsIn } from '#platform/testing';
import { keysWorld } from '../keys-world.fixture.ts';
import { destroyKeys } from './destroy-keys.ts';

const world = await keysWorld();
const workspace = publicId('ws', world.workspaceId);

test('it wants the workspace named, and then nobody reads any more what was sealed; what comes later is sealed anew', async () => {
  const record = await world.change();
  expect(await world.past(record)).toBe('Zanzibara');
  await expect(world.run(destroyKeys, { workspace: 'ws_1' })).rejects.toMatchObject({ code: 'validation_failed' });
  expect(await world.past(record)).toBe('Zanzibara');
  expect(await world.run(destroyKeys, { workspace })).toEqual({ destroyed: true });
  expect(await world.past(record)).toBeUndefined();
  expect(await world.past(await world.change())).toBe('Zanzibara');
  expect(await world.eventTypes()).toContain('encryption.keys.destroyed');
});

test('it is refused without the permission, and another workspace cannot name this one', async () => {
  await refusalsIn(world)(destroyKeys, { workspace }, 'strange');
  const foreign = world.run(destroyKeys, { workspace }, { actor: world.stranger });
  await expect(foreign).rejects.toMatchObject({ code: 'validation_failed' });
});
