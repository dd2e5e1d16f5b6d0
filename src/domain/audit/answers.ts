import { z } from 'zod';
import { entryKinds, entryOutcomes } from '#platform/audit';

/** An entry of the audit log. */
export const presentedEntry = z.object({
  id: z.string(),
  number: z.int().meta({ description: 'Its place in the chain of the workspace, from 1 on.' }),
  at: z.string(),
  kind: z.enum(entryKinds),
  operation: z.string(),
  outcome: z.enum(entryOutcomes),
  code: z.string().nullable().meta({ description: 'The code of the problem, where it was refused.' }),
  actor: z.object({ type: z.string(), id: z.string(), name: z.string().nullable() }),
  impersonatedBy: z
    .object({ id: z.string(), name: z.string().nullable() })
    .nullable()
    .meta({ description: 'Who really sat there.' }),
  surface: z.string(),
  address: z.string().nullable(),
  email: z.string().nullable().meta({ description: 'The address that was signed in with, where it is known.' }),
  requestId: z.string().nullable(),
  changeSet: z.string().nullable().meta({ description: 'Before and after of what was written: GET /changes/{id}.' }),
  object: z.string().nullable(),
  records: z.int(),
  recordIds: z.array(z.string()).meta({ description: 'The first thousand.' }),
  details: z.record(z.string(), z.unknown()),
  erased: z.boolean().meta({ description: 'Names and addresses were taken out, since the person was erased.' }),
  hash: z.string().meta({ description: 'SHA-256 over the entry and the hash of the one before.' }),
});

export const verdict = z.object({
  intact: z.boolean(),
  entries: z.int().meta({ description: 'How many were looked at.' }),
  from: z.int(),
  to: z.int(),
  heads: z.int().meta({ description: 'How many heads outside of the database were compared.' }),
  findings: z.array(
    z.object({
      seq: z.int().meta({ description: 'The number of the entry.' }),
      id: z.string().nullable(),
      what: z.enum(['changed', 'missing', 'added', 'rewritten', 'erased', 'cut_off', 'unsealed']),
      says: z.string(),
    }),
  ),
});
