import { z } from 'zod';
import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { addJob } from '#platform/jobs';
import { defineOperation } from '#platform/operations';
import { takeDemoAway } from '../jobs/remove-demo.ts';
import { lockDemo, setDemoStatus } from '../store/demos.ts';

export const removeDemo = defineOperation({
  name: 'demo.remove',
  summary: 'Takes the demo away again for good: its accounts and contacts, and all that was logged with them.',
  kind: 'write',
  permission: 'demo:write',
  route: { method: 'DELETE', path: '/demo', status: 202 },
  input: z.strictObject({}),
  output: z.object({ status: z.enum(['removing']), changeSetId: z.string() }),
  async run(context) {
    const demo = await lockDemo(context.tx);
    if (!demo) throw new Problem('not_found', { detail: 'There is no demo in this workspace.' });
    setDemoStatus(context, demo.id, 'removing');
    context.unfinished();
    const { workspaceId, changeSetId } = context;
    addJob(context.tx, context, takeDemoAway, { changeSetId }, { queue: `demo:${workspaceId}` });
    return { status: 'removing' as const, changeSetId: publicId('cs', changeSetId) };
  },
});
