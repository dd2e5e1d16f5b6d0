import { mkdirSync } from 'node:fs';
import module from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Config, ConfigError, loadConfig, publicUrl } from '#platform/config';
import { Problem } from '#platform/errors';
import { createLog, type Log } from '#platform/log';
import { aboutServer, localSocketPath } from '#surfaces/local';
import packageJson from '../package.json' with { type: 'json' };
import type { Ground } from './ports.ts';
import type { ProcessName } from './process-names.ts';
import type { Running } from './serve.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (text: string): void => void process.stderr.write(`kith: ${text}\n`);

const exitCodes = { done: 0, failed: 1, usage: 2, unreachable: 6 } as const;

/** Runs a process of Kith to its end, and answers with its exit code. */
export async function runProcess(name: ProcessName): Promise<number> {
  let config: Config;
  try {
    config = loadConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    complain(error.message);
    return exitCodes.usage;
  }
  mkdirSync(config.home.path, { recursive: true, mode: 0o700 });
  module.enableCompileCache(join(config.home.path, 'cache', 'code'));
  try {
    if (name === 'migrate') await migrateOnly(config);
    else await runUntilStopped(name, config);
    return exitCodes.done;
  } catch (error) {
    complain(await explained(error, config));
    return exitCodes.unreachable;
  }
}

/** Opens the settings' log. */
function openLog(config: Config): Log {
  const { level, format } = config.log;
  return createLog({ level, ...(format === 'auto' ? {} : { pretty: format === 'lines' }) });
}

async function migrateOnly(config: Config): Promise<void> {
  if (config.database.url && !config.database.ownerUrl)
    throw new Problem('not_ready', { detail: "Give the owner's credentials in DATABASE_OWNER_URL." });
  const { openGround } = await import('./ports.ts');
  const ground = await openGround(config, openLog(config), say);
  await ground.close();
}

async function runUntilStopped(name: Exclude<ProcessName, 'migrate'>, config: Config): Promise<void> {
  const stopped = untilSignal();
  const log = openLog(config);
  if (name !== 'work') await refuseTakenPort(config);
  say(`Kith ${packageJson.version}, home ${config.home.path}`);
  if (!config.http.rateLimits)
    complain('KITH_RATE_LIMITS=off: NOTHING SLOWS DOWN WHO GUESSES PASSWORDS OR FLOODS. For benchmarks only.');
  const [{ openGround }, serving] = await Promise.all([import('./ports.ts'), import('./run.ts')]);
  const ground = await openGround(config, log, say);
  let running: Running;
  try {
    running = await serving.run({ name, ground, config, log, say, version: packageJson.version });
  } catch (error) {
    await ground.close();
    throw error;
  }
  // A killed process would not write what it has learned to load faster.
  setTimeout(() => module.flushCompileCache(), 1000).unref();
  say(`Stopping (${await stopped})`);
  await stopInOrder(running, ground);
}

async function stopInOrder(running: Running, ground: Ground): Promise<void> {
  process.once('SIGINT', () => process.exit(130));
  await running.stop();
  await ground.close();
  say('Stopped');
}

/** The first SIGTERM or SIGINT. */
function untilSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });
}

/** Before the database is started for nothing. */
async function refuseTakenPort({ http }: Config): Promise<void> {
  if (http.port === 0) return;
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen({ port: http.port, host: http.host }, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}

async function explained(error: unknown, config: Config): Promise<string> {
  const { port, host } = config.http;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    const own = await aboutServer(localSocketPath(config.home.path)).catch(() => undefined);
    if (own) return `already runs for this home: ${own.address} (process ${own.pid}). Stop it first.`;
    return `port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`;
  }
  if (code === 'EACCES')
    return `may not listen on port ${port}. Ports below 1024 are root's; choose another: PORT=4000`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST=${host} is not an address of this machine. Leave it out for this machine alone, or give 0.0.0.0.`;
  if (error instanceof Problem || (error as Error).name === 'EmbeddedDatabaseError') return message;
  return (error as Error).stack ?? String(error);
}

/** Where people reach a server that listens on `port`. */
export function addressOf(config: Config, port: number): string {
  return config.http.port === 0 && !config.http.baseUrl ? `http://localhost:${port}` : publicUrl(config);
}
