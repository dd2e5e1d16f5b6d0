import type { ProcessName } from './process-names.ts';

const processes = new Set<string>(['start', 'serve', 'work', 'migrate'] satisfies ProcessName[]);
const [command = '', ...rest] = process.argv.slice(2);

async function run(): Promise<number> {
  if (processes.has(command) && rest.length === 0) {
    const { runProcess } = await import('./processes.ts');
    return runProcess(command as ProcessName);
  }
  const { runCommandLine } = await import('./command-line.ts');
  return runCommandLine(process.argv.slice(2));
}

const code = await run();
// What was written must have gone out before the process ends.
await new Promise((resolve) => process.stdout.write('', resolve));
process.exit(code);
