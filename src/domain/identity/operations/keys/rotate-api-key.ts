import { z } from 'zod';
import { hashToken, newToken } from '#platform/crypto';
import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { newKeyAnswer } from '../../answers.ts';
import { forgetCredentials } from '../../credential-cache.ts';
import { keyRotated } from '../../events.ts';
import { keyId } from '../../inputs.ts';
import { grantOfScopes, refuseAboveOwn } from '../../reach.ts';
import { tokenPrefixes } from '../../rules/tokens.ts';
import { expireKey, insertApiKey, lockApiKey } from '../../store/api-keys.ts';
import { shownKey } from './list-api-keys.ts';

const hourMs = 60 * 60_000;

export const rotateApiKey = defineOperation({
  name: 'apiKeys.rotate',
  summary:
    'Makes a key in the place of another, with the same rights. Both work for a while, so that programs can change over. It is shown once.',
  kind: 'write',
  permission: 'keys:write',
  privileged: true,
  route: { method: 'POST', path: '/api-keys/:id/rotate', status: 201 },
  positional: ['id'],
  input: z.strictObject({
    id: keyId,
    overlapHours: z
      .number()
      .int()
      .min(0)
      .max(30 * 24)
      .default(24)
      .meta({ description: 'How long the old key still works; 0 ends it at once.' }),
    expiresAt: z.iso
      .datetime({ offset: true })
      .nullish()
      .meta({ description: 'When the new key stops working. Left out: it lives as long as the old one was made for.' }),
  }),
  problems: ['conflict'],
  output: newKeyAnswer.loose(),
  async run(context, { id, overlapHours, expiresAt }) {
    const { tx, now, actor } = context;
    const old = await lockApiKey(tx, id);
    if (!old)
      throw new Problem('not_found', { detail: `There is no API key ${publicId('ak', id)} in this workspace.` });
    if (old.revokedAt || (old.expiresAt && old.expiresAt <= now))
      throw new Problem('conflict', {
        detail: 'This key works no more, so there is nothing to change over from. Make a new one.',
      });
    refuseAboveOwn(actor, await grantOfScopes(tx, old.role, old.scopes));
    const lifetimeMs = old.expiresAt && old.expiresAt.getTime() - old.createdAt.getTime();
    const inherited = lifetimeMs === null ? null : new Date(now.getTime() + lifetimeMs);
    const ends = expiresAt === undefined ? inherited : expiresAt ? new Date(expiresAt) : null;
    if (ends && ends <= now) {
      const message = 'must be in the future';
      throw new Problem('validation_failed', {
        detail: `expiresAt: ${message}`,
        mistakes: [{ path: 'expiresAt', message }],
      });
    }
    const token = newToken(tokenPrefixes.key);
    const { name, role, scopes, requestsPerMinute } = old;
    const key = { id: context.ports.ids.next(), name, prefix: token.slice(0, 8), role, scopes, requestsPerMinute };
    insertApiKey(tx, { ...key, hash: hashToken(token), expiresAt: ends, at: now, by: actor.id });
    expireKey(tx, id, new Date(now.getTime() + overlapHours * hourMs), now, actor.id);
    context.emit({ type: keyRotated.type, recordIds: [id, key.id], data: { role } });
    const shown = shownKey({
      ...key,
      expiresAt: ends,
      lastUsedAt: null,
      revokedAt: null,
      createdAt: now,
      createdBy: null,
    });
    const answer: typeof shown & { key: string | null } = { ...shown, key: null };
    // The answer that is kept for a repeated request is written before the commit: it must not hold the key.
    tx.afterCommit(() => {
      answer.key = token;
      forgetCredentials(context.ports);
    });
    return answer;
  },
});
