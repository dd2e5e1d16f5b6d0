import { z } from 'zod';
import { addWorkspaceKey } from '#platform/changes';
import { addJob } from '#platform/jobs';
import { defineOperation } from '#platform/operations';
import { keyRotated } from '../events.ts';
import { rewrapPeople } from '../jobs/rewrap-people.ts';

const afterMs = 1000;

export const rotateKey = defineOperation({
  name: 'encryption.rotate',
  summary:
    'Gives the workspace a new key that seals. Old ones still open what they sealed; the keys of people move to the new one.',
  kind: 'write',
  permission: 'encryption:rotate',
  route: { method: 'POST', path: '/encryption/rotate' },
  input: z.strictObject({}),
  output: z.object({ currentFrom: z.string().meta({ description: 'By then every process knows it.' }) }),
  async run(context) {
    const currentFrom = await addWorkspaceKey(context);
    const runAt = new Date(currentFrom.getTime() + afterMs);
    addJob(context.tx, context, rewrapPeople, {}, { key: `rewrap:${context.workspaceId}`, runAt });
    context.emit({ type: keyRotated.type, data: { currentFrom: currentFrom.toISOString() } });
    return { currentFrom: currentFrom.toISOString() };
  },
});
