import type { z } from 'zod';
import { type Actor, may } from '#platform/actor';
import { insertChangeSet, objectsOf } from '#platform/changes';
import { arrived, type Caller, type Cause, Invocation, type Later, type Ports } from '#platform/context';
import { beyondReach, type Reader, type Transaction } from '#platform/database';
import { asProblem, Problem } from '#platform/errors';
import { insertEvents, wakeHandlers } from '#platform/events';
import { type Access, accessOf } from './access-of.ts';
import { type IdempotencyKey, type KeyHolder, keepAnswer, type StoredAnswer, storedAnswer } from './idempotency.ts';
import { type Operation, RawJson } from './operation.ts';
import { parseInput, withReason } from './parse-input.ts';

/** A call, as a surface makes it. */
export interface Call {
  actor: Actor;
  surface: string;
  requestId: string;
  /** Of the network that it comes from, for the audit. */
  address?: string | undefined;
  cause?: Cause | undefined;
  expectedVersion?: number | undefined;
  idempotency?: IdempotencyKey | undefined;
  /** Rolls back at the end: nothing is kept (probes, dry runs). */
  rollBack?: boolean;
  /** The change set of the bulk operation that this call is a chunk of. */
  changeSetId?: string | undefined;
}

export interface Outcome<Output> {
  output: Output;
  /** The answer to an earlier call with the same idempotency key. */
  replayed: boolean;
  changeSetId: string | undefined;
}

/** Told about every finished call: metrics and traces hang here. */
export type Observer = (operation: string, outcome: string, ms: number, surface: string) => void;

const observers: Observer[] = [];
export function observeOperations(observer: Observer): void {
  observers.push(observer);
}

/** The gates between valid and run: approvals and rate limits plug in here. They throw a Problem to refuse. */
export type Gate = (
  operation: Operation<z.ZodType, unknown>,
  call: Call,
  input: unknown,
  ports: Ports,
) => Promise<void>;
const gates: Gate[] = [];
export function addGate(gate: Gate): void {
  gates.push(gate);
}

class RolledBack extends Error {}

/** Calls an operation inside another call: same actor, same transaction, its own permission check. */
export const callWithin: Caller = async (context, operation, input) => {
  refuseWithoutPermission(operation.permission, operation.summary, context.actor);
  const parsed = await parseInput(operation, input, context.sql);
  const run = async () => arrived(await operation.run(context, parsed));
  return operation.reach === 'workspace' ? beyondReach(run) : run();
};

function refuseWithoutPermission(permission: string, summary: string, actor: Actor): void {
  if (may(actor, permission)) return;
  throw new Problem('not_allowed', {
    detail: `${actor.name} (${actor.role}) may not do this: "${summary}" needs the permission ${permission}. An administrator can grant it.`,
  });
}

/** Runs one operation for one actor: may → reach → valid → gate → one transaction → events and audit in it → answer. */
export async function execute<Input extends z.ZodType, Output>(
  ports: Ports,
  operation: Operation<Input, Output>,
  rawInput: unknown,
  call: Call,
): Promise<Outcome<Output>> {
  const started = performance.now();
  const tell = (outcome: string) => {
    const ms = performance.now() - started;
    for (const observer of observers) observer(operation.name, outcome, ms, call.surface);
  };
  try {
    const outcome = await executeUnobserved(ports, operation, rawInput, call);
    tell('ok');
    ports.audit?.recorder.ended(operation, call, rawInput);
    return outcome;
  } catch (error) {
    tell(asProblem(error).code);
    ports.audit?.recorder.ended(operation, call, rawInput, error);
    throw error;
  }
}

async function executeUnobserved<Input extends z.ZodType, Output>(
  ports: Ports,
  operation: Operation<Input, Output>,
  rawInput: unknown,
  call: Call,
): Promise<Outcome<Output>> {
  refuseWithoutPermission(operation.permission, operation.summary, call.actor);
  const access = operation.reach === 'workspace' ? {} : await accessOf(ports, call.actor);
  const reader = ports.database.reader(call.actor.workspaceId, access.reach);
  try {
    return await runWithin(ports, operation, rawInput, call, { ...access, reader });
  } catch (error) {
    throw await withReason(error, reader, operation.kind);
  }
}

async function runWithin<Input extends z.ZodType, Output>(
  ports: Ports,
  operation: Operation<Input, Output>,
  rawInput: unknown,
  call: Call,
  { reader, ...access }: Access & { reader: Reader },
): Promise<Outcome<Output>> {
  const input = await parseInput(operation, rawInput, reader);
  for (const gate of gates) await gate(operation, call, input, ports);
  // Nothing leaves of which the audit would know nothing.
  if (operation.kind === 'file') await ports.audit?.recorder.leaving(operation, call, rawInput);
  if (operation.kind !== 'write') {
    const context = new Invocation({ ...call, ports, sql: reader, sight: access.sight, caller: callWithin });
    return { output: await arrived(await operation.run(context, input)), replayed: false, changeSetId: undefined };
  }
  try {
    return await write(ports, operation, input, call, access);
  } catch (error) {
    // A call with the same key may have won meanwhile: this one then failed for whatever that one had done.
    const answer = call.idempotency && (await storedAnswer(reader, holderOf(ports, call), call.idempotency));
    if (answer) return replay<Output>(answer);
    throw error;
  }
}

async function write<Input extends z.ZodType, Output>(
  ports: Ports,
  operation: Operation<Input, Output>,
  input: z.output<Input>,
  call: Call,
  { reach, sight }: Access,
): Promise<Outcome<Output>> {
  const outcome: { value?: Outcome<Output | Later<Output>> } = {};
  const work = async (tx: Transaction) => {
    const context = new Invocation({ ...call, ports, sql: tx, tx, sight, caller: callWithin });
    if (call.idempotency) {
      const answer = await storedAnswer(tx, holderOf(ports, call), call.idempotency);
      if (answer) {
        outcome.value = replay<Output>(answer);
        return;
      }
    }
    let output = await operation.run(context, input);
    insertEvents(tx, context, context.events);
    const { records, undone: undoes, status } = context;
    const objects = objectsOf(context.events);
    insertChangeSet(tx, context, { operation: operation.name, records, objects, undoes, status });
    if (call.idempotency) {
      output = await arrived(output);
      const answered = { status: operation.route?.status ?? 200, output, changeSetId: context.changeSetId };
      keepAnswer(tx, holderOf(ports, call), call.idempotency, answered);
    }
    outcome.value = { output, replayed: false, changeSetId: context.changeSetId };
    if (call.rollBack) {
      await tx.settled();
      throw new RolledBack();
    }
    const types = context.events.map(({ type }) => type);
    if (types.length > 0) tx.afterCommit(() => wakeHandlers(ports.database, context.workspaceId, types));
  };
  try {
    await ports.database.write(call.actor.workspaceId, work, reach);
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
  if (!outcome.value) throw new Error(`The operation ${operation.name} ended without an answer.`);
  return { ...outcome.value, output: await arrived(outcome.value.output) };
}

function replay<Output>({ answer, version, changeSetId }: StoredAnswer): Outcome<Output> {
  const output = answer === 'null' ? null : new RawJson(answer, version ?? undefined);
  return { output: output as Output, replayed: true, changeSetId: changeSetId ?? undefined };
}

function holderOf(ports: Ports, call: Call): KeyHolder {
  return { actorId: call.actor.id, vault: ports.vault };
}
