import type { z } from 'zod';
import type { Actor } from '#platform/actor';
import type { Ports } from '#platform/context';

/** What a running job is given. */
export interface JobContext {
  ports: Ports;
  workspaceId: string;
  /** Who caused it; the job acts as this actor. */
  actor: Actor;
  /** Fires when the process is to stop: end at the next safe point, and the job is run again later. */
  signal: AbortSignal;
  jobId: string;
  attempt: number;
}

/** Later work: a durable job, run at least once. It is thin and calls operations; whatever it does twice must have its effect once. */
export interface Job<Input extends z.ZodType = z.ZodType> {
  name: string;
  /** One sentence: what it does. */
  summary: string;
  input: Input;
  /** How often it is tried in all: 25 unless told. */
  attempts?: number;
  run(context: JobContext, input: z.output<Input>): Promise<void>;
}

/** Declares a job. */
export function defineJob<Input extends z.ZodType>(job: Job<Input>): Job<Input> {
  return job;
}
