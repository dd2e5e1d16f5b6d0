import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');

interface Step {
  name: string;
  command: readonly string[];
  /** The step is there once this path is. */
  needs?: string;
}

const steps: readonly Step[] = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'types of the web app', command: ['tsc', '--noEmit', '-p', 'web'], needs: 'web/tsconfig.json' },
  { name: 'style', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'architecture', command: ['vitest', 'run', 'test/architecture'] },
  { name: 'dead code', command: ['knip', '--no-progress'] },
  { name: 'generated files', command: ['node', 'scripts/generate.ts', '--check'] },
];

interface Result {
  name: string;
  passed: boolean;
  seconds: number;
}

/** Runs a step and shows what it said where it failed. */
async function run(step: Step): Promise<Result> {
  const started = performance.now();
  const [command = '', ...args] = step.command;
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' };
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const passed = await new Promise<boolean>((resolve) => {
    child.on('error', (error) => {
      output += error.message;
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
  const seconds = (performance.now() - started) / 1000;
  if (!passed) console.log(`\n── ${step.name}: ${step.command.join(' ')}\n${output.trimEnd()}\n`);
  console.log(`${passed ? '✓' : '✗'} ${step.name} (${seconds.toFixed(1)} s)`);
  return { name: step.name, passed, seconds };
}

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const results: Result[] = [];
for (const step of steps) if (!step.needs || existsSync(join(root, step.needs))) results.push(await run(step));

const failed = results.filter((result) => !result.passed).map((result) => result.name);
if (values.json) writeFileSync(values.json, JSON.stringify(results, null, 2));
console.log(
  failed.length === 0 ? '\nEverything holds.' : `\n${failed.length} of ${results.length} failed: ${failed.join(', ')}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
