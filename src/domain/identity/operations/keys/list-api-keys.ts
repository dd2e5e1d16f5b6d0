import { z } from 'zod';
import { Problem } from '#platform/errors';
import { publicId, tryParseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { keyAnswer } from '../../answers.ts';
import { type ApiKeyRow, apiKeys } from '../../store/api-keys.ts';

export const listApiKeys = defineOperation({
  name: 'apiKeys.list',
  summary: 'Lists the API keys of the workspace, newest first; the keys themselves are not kept.',
  kind: 'read',
  permission: 'keys:read',
  route: { method: 'GET', path: '/api-keys' },
  input: z.strictObject({
    limit: z.coerce.number().int().min(1).max(200).default(60),
    cursor: z.string().max(100).optional().meta({ description: 'page.next of the page before.' }),
  }),
  output: z.object({ data: z.array(keyAnswer), page: z.object({ next: z.string().optional() }) }),
  async run(context, { limit, cursor }) {
    const before = cursor === undefined ? undefined : tryParseId('ak', cursor);
    if (cursor !== undefined && !before)
      throw new Problem('bad_request', { detail: 'This cursor is not one of ours. Take it from page.next.' });
    const rows = await apiKeys(context.sql, limit + 1, before);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return { data: shown.map(shownKey), page: last ? { next: publicId('ak', last.id) } : {} };
  },
});

/** A key as the API shows it; `scopes` is empty where it may do all that its role grants. */
export function shownKey(key: ApiKeyRow) {
  return {
    id: publicId('ak', key.id),
    name: key.name,
    prefix: key.prefix,
    role: key.role,
    scopes: key.scopes ?? [],
    requestsPerMinute: key.requestsPerMinute,
    lastUsedAt: key.lastUsedAt,
    expiresAt: key.expiresAt,
    revokedAt: key.revokedAt,
    createdAt: key.createdAt,
  };
}
