import type { Config } from '#platform/config';
import { processTerminal, runCli, UsageError } from '#surfaces/cli';
import { aboutServer, type Host, localSocketPath, Refusal, refusalOf, serverHost } from '#surfaces/local';
import packageJson from '../package.json' with { type: 'json' };
import { processSummaries } from './process-names.ts';

/** Runs one command of the command line, and answers its exit code. */
export function runCommandLine(words: readonly string[]): Promise<number> {
  return runCli(words, {
    terminal: processTerminal(),
    version: packageJson.version,
    processes: processSummaries,
    openHost,
    refusalOf: (error) => refusalOf(error) ?? databaseRefusal(error),
  });
}

/** The server of the home over its socket; where none runs, this process on the home's database. */
async function openHost(note: (line: string) => void): Promise<Host> {
  const config = await settings();
  const socket = localSocketPath(config.home.path);
  if (await aboutServer(socket)) return serverHost(socket);
  note(`No server runs for ${config.home.path}: working on its database directly.`);
  const { openHere } = await import('./here.ts');
  return openHere(config, note);
}

async function settings(): Promise<Config> {
  // Help and mistakes in the words of a command need none of this.
  const { ConfigError, loadConfig } = await import('#platform/config');
  try {
    return loadConfig();
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(error.message, '.env.example');
    throw error;
  }
}

function databaseRefusal(error: unknown): Refusal | undefined {
  const { name, message } = error as Error;
  return name === 'EmbeddedDatabaseError'
    ? new Refusal({ status: 503, code: 'not_ready', detail: message })
    : undefined;
}
