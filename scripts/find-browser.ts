import { existsSync } from 'node:fs';

/** A browser that `playwright-core` can launch. */
export interface Browser {
  executablePath: string;
  args: string[];
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

/** The Chromium of @sparticuz/chromium, unpacked into the temporary folder at the first call. It is for x64 only. */
export async function packagedBrowser(): Promise<Browser | undefined> {
  if (process.arch !== 'x64' || process.platform !== 'linux') return undefined;
  const { default: chromium } = await import('@sparticuz/chromium');
  return { executablePath: await chromium.executablePath(), args: [...chromium.args, ...rootArgs] };
}

async function playwrightBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const executablePath = chromium.executablePath();
  if (existsSync(executablePath)) return { executablePath, args: rootArgs };
  throw new Error(
    'There is no browser: install one by "apt-get install chromium" or "npx playwright-core install chromium".',
  );
}
