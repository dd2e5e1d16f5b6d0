import { z } from 'zod';
import { noteErasure } from '#platform/audit';
import { defineOperation } from '#platform/operations';
import { auditErased } from '../events.ts';
import { actorIdInput } from '../inputs.ts';
import { erasePersonal } from '../store/entries.ts';

export const eraseAudit = defineOperation({
  name: 'audit.erase',
  summary:
    'Takes the names and addresses of somebody out of the audit log. What was done stays, and the chain still holds.',
  kind: 'write',
  permission: 'audit:erase',
  route: { method: 'POST', path: '/audit/erase' },
  input: z.strictObject({ actor: actorIdInput.meta({ description: 'The id of a user or an API key.' }) }),
  output: z.object({ entries: z.int().meta({ description: 'How many named them.' }) }),
  async run(context, { actor }) {
    const { upTo, erased } = await erasePersonal(context.tx, actor);
    if (erased > 0) {
      noteErasure(context, actor, upTo);
      context.emit({ type: auditErased.type, data: { entries: erased } });
    }
    return { entries: erased };
  },
});
