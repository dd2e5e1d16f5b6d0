import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { identityModule } from '#domain/identity';
import { accountsModule } from '#domain/records/accounts';
import { contactsModule } from '#domain/records/contacts';
import { createHttpServer } from '#platform/http';
import { createLog } from '#platform/log';
import { operationCatalogue } from '#platform/operations';
import { testWorld } from '#platform/testing';
import { addMcpRoute } from './index.ts';

/** `dist/index.js` of `@modelcontextprotocol/conformance@0.2.0-alpha.12`, which brings too much along to be installed for this alone. */
const suite = process.env.MCP_CONFORMANCE;

const world = await testWorld();

interface Check {
  id: string;
  status: string;
  errorMessage?: string;
}

/** What we do not offer: tasks, prompts, resources, completion, questions back to the user, headers from arguments; and the suite's own tools. */
const notOffered = /^(tasks|prompts|resources|completion|input-required|http-custom-header|json-schema|tools-call)-/;
const notTestable = /Not testable|Method not found/;

it.runIf(suite !== undefined)(
  'passes every check of the protocol of 2026-07-28 that applies to a server of tools',
  async () => {
    const log = createLog({ level: 'silent' });
    const server = await createHttpServer({ log, trustProxy: false, corsOrigins: [] });
    // The suite knows of no keys.
    server.addHook('onRequest', async (request) => {
      request.headers.authorization ??= 'Bearer suite';
    });
    const operations = operationCatalogue([identityModule, accountsModule, contactsModule]).values();
    addMcpRoute(server, { ports: world.ports, operations, authenticate: async () => world.admin, log, version: '0' });
    const url = `${await server.listen({ port: 0, host: '127.0.0.1' })}/mcp`;
    const folder = mkdtempSync(join(tmpdir(), 'kith-mcp-'));
    const options = [suite ?? '', 'server', '--url', url, '--requirements', '2026-07-28', '-o', folder];
    await promisify(execFile)(process.execPath, options).catch((error: { stdout: string }) => error);
    const found = globSync(join(folder, '*', 'checks.json')).flatMap((path) => {
      const scenario =
        path
          .split('/')
          .at(-2)
          ?.replace(/^server-/, '') ?? '';
      return (JSON.parse(readFileSync(path, 'utf8')) as Check[]).map((check) => ({ ...check, scenario }));
    });
    rmSync(folder, { recursive: true });
    await server.close();
    const passed = found.filter((check) => check.status === 'SUCCESS');
    const failed = found.filter((check) => check.status === 'FAILURE');
    const ours = failed.filter(
      (check) => !notOffered.test(check.scenario) && !notTestable.test(check.errorMessage ?? ''),
    );
    console.log(`MCP 2026-07-28: ${passed.length} checks passed, ${failed.length} not offered or not testable`);
    expect(ours).toEqual([]);
    expect(passed.length).toBeGreaterThan(90);
  },
  120_000,
);
