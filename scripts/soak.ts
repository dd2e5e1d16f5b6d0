import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Tests that try a sample in every run, with the setting by which they try everything. */
const soaks: { file: string; env: Record<string, string> }[] = [
  { file: 'src/platform/audit/verify.test.ts', env: { SOAK_TAMPERS: '10000' } },
  { file: 'test/conformance/any-sequence.test.ts', env: { KITH_FULL: '1' } },
];

let failed = 0;
for (const { file, env } of soaks) {
  const args = [join('node_modules', 'vitest', 'vitest.mjs'), 'run', file, '--testTimeout', '3600000'];
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  if (status !== 0) failed += 1;
}
process.exitCode = failed > 0 ? 1 : 0;
