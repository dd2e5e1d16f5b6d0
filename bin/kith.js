#!/usr/bin/env node
// Plain JavaScript that any Node from 18 on can read: it finds the Node that Kith is pinned to and hands over to it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const wantedMajor = 24;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const main = join(root, 'src', 'main.ts');
const runningMajor = Number(process.versions.node.split('.')[0]);

/** The path of the Node that `npm ci` installed, or undefined where there is none for this machine. */
function pinnedNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve(`node-${process.platform}-${process.arch}/package.json`);
    const path = join(dirname(manifest), 'bin', 'node');
    if (existsSync(path)) return path;
  } catch {
    // No package for this platform: the link below, or the running Node, may still do.
  }
  const link = join(root, 'node_modules', '.bin', 'node');
  return existsSync(link) ? link : undefined;
}

/** npx stops its shell and not what the shell runs, so a lost parent is the only sign that we are to stop. */
function whenParentIsLost(stop) {
  if (process.env.npm_command !== 'exec') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 200);
  watch.unref();
}

/** Runs main.ts in a child with our terminal, and ends as the child ends. */
function handOver(node) {
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  // In a terminal Ctrl-C reaches the whole process group, so passing it on would make it two.
  const inTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGUSR2']) process.on(signal, () => child.kill(signal));
  for (const signal of ['SIGINT', 'SIGQUIT']) process.on(signal, () => inTerminal || child.kill(signal));
  whenParentIsLost(() => child.kill('SIGTERM'));
  child.on('error', (error) => {
    console.error(`kith: cannot start ${node}: ${error.message}. Run "npm ci" again.`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
}

const pinned = runningMajor === wantedMajor ? undefined : pinnedNode();
if (pinned) {
  handOver(pinned);
} else if (runningMajor >= wantedMajor) {
  process.argv[1] = main;
  whenParentIsLost(() => process.kill(process.pid, 'SIGTERM'));
  await import(pathToFileURL(main).href);
} else {
  console.error(
    `kith: needs Node ${wantedMajor} or newer and runs on ${process.version}. ` +
      `"npm ci" in ${root} installs the right one for Linux x64 and arm64; elsewhere install Node ${wantedMajor}.`,
  );
  process.exit(1);
}
