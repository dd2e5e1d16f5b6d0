import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'kith-main-'));
const home = join(folder, 'home');
const processes = new Set<ChildProcess>();

afterAll(async () => {
  for (const child of processes) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  // As root the database lies outside its home, where its own account can reach it.
  const outside = existsSync(home) ? createHash('sha256').update(realpathSync(home)).digest('hex').slice(0, 12) : '';
  if (outside) rmSync(join('/var/lib/kith', outside), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

function kith(words: readonly string[], environment: Record<string, string> = {}) {
  const env = { PATH: process.env.PATH ?? '', KITH_HOME: home, PORT: '0', LOG_FORMAT: 'json', ...environment };
  const child = spawn(process.execPath, [join(root, 'src/main.ts'), ...words], { cwd: folder, env });
  processes.add(child);
  child.once('exit', () => processes.delete(child));
  const said = { out: '', notes: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.notes += chunk;
  });
  const code = once(child, 'close').then(([exitCode]) => exitCode as number);
  return { child, said, code };
}

async function ran(...words: string[]) {
  const { said, code } = kith(words);
  return { code: await code, ...said };
}

async function started() {
  const running = kith(['start']);
  while (!running.said.out.includes('Sign in')) {
    if (running.child.exitCode !== null) throw new Error(running.said.notes);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const address = /Kith is ready: (\S+)/.exec(running.said.out)?.[1] ?? '';
  const token = /token=(\S+)/.exec(running.said.out)?.[1] ?? '';
  const stop = async () => {
    running.child.kill('SIGTERM');
    return running.code;
  };
  return { ...running, address, token, stop };
}

test('without a server a command works on the database itself, and says so beside its answer', {
  timeout: 60_000,
}, async () => {
  const made = await ran('contacts', 'create', '--first-name', 'Ana', '--json');
  expect(made.notes).toContain('No server runs for');
  expect(made.code).toBe(0);
  expect(JSON.parse(made.out)).toMatchObject({ name: 'Ana' });
});

test('start serves everything, and stops in order when it is told to', { timeout: 60_000 }, async () => {
  const server = await started();
  expect(server.said.out.split('\n').slice(0, 5).join('\n')).toMatch(
    /^Kith .*\nDatabase: .*\nSchema: .*\nHandlers and jobs: running\nKith is ready: http:\/\/localhost:\d+$/,
  );
  const live = await fetch(`${server.address}/health`);
  expect(await live.json()).toMatchObject({ status: 'ok' });
  expect((await fetch(`${server.address}/metrics`)).status).toBe(200);
  expect(await (await fetch(`${server.address}/openapi.json`)).json()).toMatchObject({ openapi: '3.1.1' });

  const signIn = () =>
    fetch(`${server.address}/api/v1/session/link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: server.token }),
    });
  expect(await (await signIn()).json()).toMatchObject({ user: { role: 'admin' } });
  expect((await signIn()).status).toBe(401);

  const key = (await ran('key', 'create', '--name', 'Test', '--role', 'admin')).out.trim();
  for (const path of ['/api/v1/contacts', '/v1/contacts', '/contacts']) {
    const answer = await fetch(server.address + path, { headers: { authorization: `Bearer ${key}` } });
    expect(await answer.json()).toMatchObject({ data: [{ name: 'Ana' }] });
  }
  const found = await ran('contacts', 'list', '--json');
  expect(found.notes).toBe('');
  expect(JSON.parse(found.out).data).toHaveLength(1);

  expect(await server.stop()).toBe(0);
  expect(server.said.out).toContain('Stopped');
  expect(server.said.notes).toBe('');
});

test('an import waits until it is in, with or without a server', { timeout: 60_000 }, async () => {
  const path = join(folder, 'leads.csv');
  writeFileSync(path, 'First name,Last name,E-mail\nBo,Berg,bo@example.com\nCy,Cole,cy@example.com\n');
  const dry = await ran('import', path, '--dry-run', '--json');
  expect(dry.code).toBe(0);
  expect(JSON.parse(dry.out)).toMatchObject({ status: 'done', rows: 2 });
  const done = await ran('import', path, '--json');
  expect(JSON.parse(done.out)).toMatchObject({ status: 'done', rows: 2, created: 2 });
  const server = await started();
  const again = await ran('import', path, '--map', 'E-mail=email', '--json');
  expect(JSON.parse(again.out)).toMatchObject({ created: 0, skipped: 2 });
  writeFileSync(path, '%PDF-1.7\n');
  expect(await ran('import', path)).toMatchObject({ code: 1, out: '' });
  await server.stop();
});

test('a taken port and wrong settings are said plainly, before anything is started', async () => {
  const other = createServer().listen(0, 'localhost');
  await once(other, 'listening');
  const port = String((other.address() as { port: number }).port);
  const taken = kith(['start'], { PORT: port, KITH_HOME: join(folder, 'second') });
  expect(await taken.code).toBe(6);
  expect(taken.said.notes).toContain(`port ${port} is taken by another program`);
  expect(existsSync(join(folder, 'second/database'))).toBe(false);
  other.close();
  const wrong = kith(['start'], { PORT: 'many' });
  expect(await wrong.code).toBe(2);
  expect(wrong.said.notes).toContain('PORT');
});
