import { z } from 'zod';
import { hashToken, newToken } from '#platform/crypto';
import { Problem } from '#platform/errors';
import { defineOperation } from '#platform/operations';
import { newKeyAnswer } from '../../answers.ts';
import { unknownRole } from '../../errors.ts';
import { keyCreated } from '../../events.ts';
import { plainText, roleInput, scopeInput } from '../../inputs.ts';
import { refuseAboveOwn } from '../../reach.ts';
import { grantOfKey } from '../../rules/grants.ts';
import { tokenPrefixes } from '../../rules/tokens.ts';
import { insertApiKey } from '../../store/api-keys.ts';
import { roleByName, roleRows } from '../../store/roles.ts';
import { shownKey } from './list-api-keys.ts';

export const createApiKey = defineOperation({
  name: 'apiKeys.create',
  summary: 'Makes an API key: a service account with a role, narrowed by scopes. The key is shown once.',
  kind: 'write',
  permission: 'keys:write',
  privileged: true,
  route: { method: 'POST', path: '/api-keys', status: 201 },
  input: z.strictObject({
    name: plainText(255)
      .trim()
      .min(1)
      .meta({ description: 'What uses the key: the name under which its changes appear.' }),
    role: roleInput,
    scopes: z
      .array(scopeInput)
      .min(1)
      .max(50)
      .optional()
      .meta({ description: 'Only these of what the role grants, as contacts:read or *:read. Without: all of it.' }),
    requestsPerMinute: z
      .number()
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .meta({ description: 'How many requests a minute the key may send. Without: 100,000 an hour.' }),
    expiresAt: z.iso.datetime({ offset: true }).nullish().meta({ description: 'When the key stops working.' }),
  }),
  output: newKeyAnswer,
  async run(context, input) {
    const { now } = context;
    const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
    if (expiresAt && expiresAt <= now) {
      const message = 'must be in the future';
      throw new Problem('validation_failed', {
        detail: `expiresAt: ${message}`,
        mistakes: [{ path: 'expiresAt', message }],
      });
    }
    const scopes = input.scopes ? [...new Set(input.scopes)] : null;
    const role = await roleByName(context.tx, input.role);
    if (!role) throw unknownRole((await roleRows(context.tx)).map((one) => one.name));
    refuseAboveOwn(context.actor, grantOfKey(role, scopes));
    const token = newToken(tokenPrefixes.key);
    const requestsPerMinute = input.requestsPerMinute ?? null;
    const { name } = input;
    const key = {
      id: context.ports.ids.next(),
      name,
      prefix: token.slice(0, 8),
      role: role.name,
      scopes,
      requestsPerMinute,
    };
    insertApiKey(context.tx, { ...key, hash: hashToken(token), expiresAt, at: now, by: context.actor.id });
    context.emit({ type: keyCreated.type, recordIds: [key.id], data: { role: key.role } });
    const shown = shownKey({ ...key, expiresAt, lastUsedAt: null, revokedAt: null, createdAt: now, createdBy: null });
    const answer: typeof shown & { key: string | null } = { ...shown, key: null };
    // The answer that is kept for a repeated request is written before the commit: it must not hold the key.
    context.tx.afterCommit(() => {
      answer.key = token;
    });
    return answer;
  },
});
