import pino from 'pino';
import { readableLine } from './readable-line.ts';
import { redact, scrubLine } from './redact.ts';

/** The log of the process or, by `child({ requestId })`, of one request. Its lines never carry secrets; callers give ids, never names or addresses of people. */
export type Log = pino.Logger;

export interface LogOptions {
  level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** true: short lines for people; false: JSON, one object a line; left out: lines when stdout is a terminal. */
  pretty?: boolean;
  /** Where lines go instead of stdout. */
  write?: (line: string) => void;
}

function redactedFields(fields: Record<string, unknown>): Record<string, unknown> {
  return redact(fields) as Record<string, unknown>;
}

/** A log to stdout. */
export function createLog({ level, pretty = process.stdout.isTTY === true, write }: LogOptions): Log {
  const out = write ?? ((line: string) => void process.stdout.write(line));
  const target = pretty
    ? { write: (line: string) => out(readableLine(line, write === undefined && process.stdout.hasColors?.() === true)) }
    : write
      ? { write }
      : pino.destination({ fd: 1, sync: true });
  const log = pino(
    {
      level,
      base: null,
      formatters: { log: redactedFields },
      // redact has written the error already; pino's own would take it for another.
      serializers: { err: (written: unknown) => written },
      hooks: { streamWrite: scrubLine },
    },
    target,
  );
  // pino runs its formatter for bindings on the first log only, so children are redacted here; they inherit this method.
  const makeChild = log.child;
  Object.assign(log, {
    child(this: Log, bindings: pino.Bindings, options?: pino.ChildLoggerOptions): Log {
      return Reflect.apply(makeChild, this, [redactedFields(bindings), options]);
    },
  });
  return log;
}
