import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What `chromium.launch` of playwright-core takes. */
export interface Browser {
  executablePath: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
}

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Chromium refuses its sandbox to root. */
const rootArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** The machine's Chromium, else the one in the npm package, else Playwright's own. Throws when there is none. */
export async function findBrowser(): Promise<Browser> {
  const path = installed.find((one) => existsSync(one));
  if (path) return { executablePath: path, args: rootArgs };
  return (await packagedBrowser()) ?? (await playwrightBrowser());
}

/**
 * The Chromium of @sparticuz/chromium (Linux on x64 only) with the libraries and fonts that a bare machine lacks, unpacked into the
 * temporary folder at the first call. The arguments that the package recommends are for Lambda, and make it crash elsewhere.
 */
export async function packagedBrowser(): Promise<Browser | undefined> {
  if (process.arch !== 'x64' || process.platform !== 'linux') return undefined;
  const manifest = createRequire(import.meta.url)
    .resolve('@sparticuz/chromium')
    .replace(/build\/.*$/, 'package.json');
  const folder = join(
    tmpdir(),
    `kith-chromium-${createRequire(import.meta.url)(manifest).version}-${process.getuid?.()}`,
  );
  if (!existsSync(folder)) await unpack(join(dirname(manifest), 'bin'), folder);
  return {
    executablePath: join(folder, 'chromium'),
    args: [...rootArgs, '--disable-gpu'],
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}

/** Two test workers may unpack at one moment: the folder appears at once and whole. */
async function unpack(packed: string, folder: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  const own = mkdtempSync(`${folder}-`);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = own;
  try {
    const parts = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'];
    await Promise.all(parts.map((part) => inflate(join(packed, part))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(own, folder);
  } catch {
    // The other worker was first, and its folder is as good.
    rmSync(own, { recursive: true });
  }
}

async function playwrightBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const executablePath = chromium.executablePath();
  if (existsSync(executablePath)) return { executablePath, args: rootArgs };
  throw new Error('There is no browser: run "apt-get install chromium" or "npx playwright-core install chromium".');
}
