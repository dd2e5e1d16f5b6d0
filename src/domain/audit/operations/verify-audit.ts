import { z } from 'zod';
import { verifyChain } from '#platform/audit';
import { defineOperation } from '#platform/operations';
import { verdict } from '../answers.ts';

export const verifyAudit = defineOperation({
  name: 'audit.verify',
  summary: 'Verifies that no entry of the audit log was changed, removed, added or put elsewhere, and says which was.',
  kind: 'read',
  permission: 'audit:read',
  route: { method: 'GET', path: '/audit/verify' },
  input: z.strictObject({}),
  output: verdict,
  async run({ sql, workspaceId, ports }) {
    const heads = (await ports.audit?.heads.headsOf(workspaceId)) ?? [];
    return verifyChain(sql, workspaceId, heads);
  },
});
