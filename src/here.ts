import { ensureFirstWorkspace } from '#domain/identity';
import { Sealer } from '#platform/audit';
import type { Config } from '#platform/config';
import { startHandlers } from '#platform/handlers';
import { createLog } from '#platform/log';
import { createTelemetry } from '#platform/telemetry';
import { type Host, hostHere } from '#surfaces/local';
import { handlers, operations } from './modules.ts';
import { type Ground, openGround } from './ports.ts';
import { type Running, startWork } from './serve.ts';

/** Kith in the process of a command: its database is started, and what a write has caused is done before the command ends. */
export async function openHere(config: Config, note: (line: string) => void): Promise<Host> {
  const log = createLog({ level: 'warn', pretty: true, write: (line) => process.stderr.write(line) });
  const ground = await openGround(config, log, note);
  await ensureFirstWorkspace(ground.ports);
  const { ports } = ground;
  const sealer =
    ports.audit && new Sealer({ ports, ...ports.audit, onError: (err) => log.warn({ err }, 'Not sealed') });
  let working: Running | undefined;
  let hasWritten = false;
  const host = await hostHere({
    ports,
    operations,
    requestId: () => ports.ids.next(),
    async work() {
      working ??= await startWork({ ground, log, telemetry: createTelemetry({ processMetrics: false }) });
    },
    async close() {
      if (hasWritten) await catchUp(ground);
      await working?.stop();
      await sealer?.stop();
      await ground.close();
    },
  });
  return {
    ...host,
    call(call) {
      hasWritten ||= operations.get(call.operation)?.kind === 'write';
      return host.call(call);
    },
  };
}

const longestCatchUpMs = 20_000;

/** Handlers read what has been written; what they do not manage is done at the next start. */
async function catchUp({ ports }: Ground): Promise<void> {
  const handling = await startHandlers({ ports, handlers, onError: () => undefined });
  const timeOut = new Promise<void>((resolve) => setTimeout(resolve, longestCatchUpMs).unref());
  await Promise.race([handling.idle(), timeOut]);
  await handling.stop();
}
