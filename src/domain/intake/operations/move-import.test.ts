import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { begun, imported, peopleFile } from '../import-fixture.ts';
import { cancelImport } from './cancel-import.ts';
import { pauseImport } from './pause-import.ts';
import { resumeImport } from './resume-import.ts';

const world = await testWorld();
const moves = { pause: pauseImport, resume: resumeImport, cancel: cancelImport };

test.each(Object.entries(moves))(
  '%s refuses strangers, a missing permission and an id that is none',
  async (_, move) => {
    const id = await begun(world, peopleFile(1));
    await expect(world.run(move, { id }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
    const actor = world.actorWith('imports:read');
    await expect(world.run(move, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(world.run(move, { id: 'nonsense' })).rejects.toMatchObject({ code: 'not_found' });
  },
);

test.each(Object.entries(moves))('%s says why an import that has ended stays as it is', async (_, move) => {
  const { id } = await imported(world, peopleFile(1));
  await expect(world.run(move, { id })).rejects.toMatchObject({ code: 'import_ended', message: /is done/ });
});
