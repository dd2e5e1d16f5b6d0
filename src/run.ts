import { ensureFirstWorkspace, newSignInLink } from '#domain/identity';
import { observeImportRows } from '#domain/intake';
import { Sealer } from '#platform/audit';
import type { Config } from '#platform/config';
import type { Log } from '#platform/log';
import { observeOperations } from '#platform/operations';
import { createTelemetry } from '#platform/telemetry';
import { hostHere, serveLocally } from '#surfaces/local';
import { operations } from './modules.ts';
import type { Ground, Say } from './ports.ts';
import { addressOf } from './processes.ts';
import { type Running, type ServeOptions, startServer, startWork } from './serve.ts';

export interface RunOptions {
  name: 'start' | 'serve' | 'work';
  ground: Ground;
  config: Config;
  log: Log;
  say: Say;
  version: string;
}

/** Starts what a process is to run, says so line by line, and answers how to stop it. */
export async function run(options: RunOptions): Promise<Running> {
  const { name, ground, config, log, say, version } = options;
  const { telemetry: settings } = config;
  const telemetry = createTelemetry({ ...settings, version, log });
  observeOperations((...ended) => telemetry.operationEnded(...ended));
  observeImportRows((...became) => telemetry.metrics.importRows(...became));
  const started: Running[] = [{ stop: () => telemetry.close() }];
  const stop = async () => {
    for (const one of started.toReversed()) await one.stop();
  };
  try {
    const { ports } = ground;
    if (ports.audit) {
      const onError = (err: unknown, workspaceId: string) =>
        log.error({ err, workspaceId }, 'The audit could not be sealed; it is tried again');
      started.push(new Sealer({ ports, ...ports.audit, onError }));
    }
    if (name !== 'work') await ensureFirstWorkspace(ports);
    if (name !== 'serve') {
      started.push(await startWork({ ground, log, telemetry }));
      say('Handlers and jobs: running');
    }
    if (name === 'work') say('Kith works. Its pages are served by "kith serve".');
    else started.push(...(await serve({ ground, config, log, telemetry, version }, say)));
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

async function serve(options: ServeOptions, say: Say): Promise<Running[]> {
  const { ground, config, log, version } = options;
  const { ports } = ground;
  const server = await startServer(options);
  const address = addressOf(config, server.port);
  if (ports.identity) ports.identity.localUrl = address;
  const host = await hostHere({ ports, operations, requestId: () => ports.ids.next() });
  const local = await serveLocally({
    home: config.home.path,
    host,
    ports,
    log,
    about: { version, address, pid: process.pid },
  });
  if (!local) log.info('Another server of this home answers the command line');
  const link = await newSignInLink(ports);
  say(`Kith is ready: ${address}`);
  say(`Sign in (once, within 15 minutes): ${link.url}`);
  return local ? [server, local] : [server];
}
