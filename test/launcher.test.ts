import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
// Debian's own Node where there is one, so that the hand-over is tried from an older Node.
const machineNode = existsSync('/usr/bin/node') ? '/usr/bin/node' : process.execPath;

const main = `
const [what] = process.argv.slice(2);
if (what === 'exit') process.exitCode = 7;
if (what === 'echo') process.stdin.pipe(process.stdout);
if (what === 'wait') {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => { console.log(signal); process.exit(3); });
  }
  setInterval(() => {}, 1000);
}
console.log(JSON.stringify({ node: process.version, args: process.argv.slice(2) }));
`;

let checkout: string;

beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), 'kith-launcher-'));
  for (const folder of ['bin', 'src']) mkdirSync(join(checkout, folder));
  cpSync(join(root, 'bin/kith.js'), join(checkout, 'bin/kith.js'));
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
  writeFileSync(join(checkout, 'package.json'), '{"name":"launched","type":"module"}');
  writeFileSync(join(checkout, 'src/main.ts'), main);
});

afterAll(() => rmSync(checkout, { recursive: true, force: true }));

function launch(...args: string[]): ChildProcess {
  return spawn(machineNode, [join(checkout, 'bin/kith.js'), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
}

/** Runs to the end; `onFirstOutput` is called once the started program has spoken. */
async function ended(child: ChildProcess, onFirstOutput?: () => void) {
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    if (output === '') onFirstOutput?.();
    output += chunk.toString();
  });
  const [code, signal] = await once(child, 'close');
  return { code, signal, output };
}

describe('bin/kith.js', () => {
  it('runs main.ts with the pinned Node, whatever Node started it', async () => {
    const { output } = await ended(launch('contacts', 'list', '--q', 'a b'));
    const said: { node: string; args: string[] } = JSON.parse(output);
    expect(said.node).toMatch(/^v24\./);
    expect(said.args).toEqual(['contacts', 'list', '--q', 'a b']);
  });

  it('ends with the exit code of what it started', async () => {
    expect((await ended(launch('exit'))).code).toBe(7);
  });

  it('lets standard input through', async () => {
    const child = launch('echo');
    child.stdin?.end('a,b\n1,2\n');
    expect((await ended(child)).output).toContain('a,b\n1,2\n');
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)('passes %s on and waits for the answer', async (signal) => {
    const child = launch('wait');
    const end = await ended(child, () => child.kill(signal));
    expect(end).toMatchObject({ code: 3 });
    expect(end.output).toContain(signal);
  });

  it.each([machineNode, process.execPath])('stops when npx is stopped, run by %s', async (node) => {
    const command = `"${node}" "${join(checkout, 'bin/kith.js')}" wait; true`;
    const shell = spawn('sh', ['-c', command], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, npm_command: 'exec' },
    });
    const end = await ended(shell, () => shell.kill('SIGKILL'));
    expect(end.output).toContain('SIGTERM');
  });

  it('can be started as "kith" inside the checkout', () => {
    const link = join(root, 'node_modules/.bin/kith');
    expect(existsSync(link)).toBe(true);
    expect(() => execFileSync('test', ['-x', link])).not.toThrow();
  });
});
