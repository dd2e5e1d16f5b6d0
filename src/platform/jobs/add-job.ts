import type { z } from 'zod';
import type { Origin } from '#platform/context';
import { sql, type Transaction } from '#platform/database';
import type { Job } from './job.ts';

/** The payload of every job: who it acts for, and its input. */
export interface Payload {
  workspaceId: string;
  actor: { type: string; id: string; name: string; role: string; permissions: string[]; denied?: string[] };
  input: unknown;
}

export interface JobOptions {
  /** A second job with the same key replaces one that still waits. */
  key?: string;
  /** Jobs of one queue run one after the other. */
  queue?: string;
  runAt?: Date;
}

/** Adds a job in the transaction: it exists exactly when what caused it does. */
export function addJob<Input extends z.ZodType>(
  tx: Transaction,
  origin: Origin,
  job: Job<Input>,
  input: z.input<Input>,
  options: JobOptions = {},
): void {
  const { actor } = origin;
  const payload: Payload = {
    workspaceId: origin.workspaceId,
    actor: {
      type: actor.type,
      id: actor.id,
      name: actor.name,
      role: actor.role,
      permissions: [...actor.permissions],
      ...(actor.denied?.size ? { denied: [...actor.denied] } : {}),
    },
    input,
  };
  tx.send(sql`select graphile_worker.add_job(${job.name}, payload := ${JSON.stringify(payload)}::json, queue_name := ${options.queue ?? null},
    run_at := ${options.runAt ?? null}, max_attempts := ${job.attempts ?? 25}, job_key := ${options.key ?? null})`);
}
