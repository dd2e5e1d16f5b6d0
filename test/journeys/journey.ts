import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/find-browser.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One person at one browser, whose console and requests are listened to. */
export interface Journey {
  page: Page;
  context: BrowserContext;
  /** Errors on the console, errors of scripts, requests that failed: each as a line. */
  troubles: string[];
}

export async function openBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  return chromium.launch({ executablePath, args, ...(env ? { env: env as Record<string, string> } : {}) });
}

/** A person with a screen of this width. */
export async function setOut(browser: Browser, baseURL: string, widthPx: number): Promise<Journey> {
  const narrow = widthPx < 700;
  const context = await browser.newContext({
    baseURL,
    viewport: { width: widthPx, height: narrow ? 844 : 900 },
    hasTouch: narrow,
    isMobile: narrow,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      troubles.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`script: ${error.stack ?? error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // Leaving a page gives up what it was still waiting for, and a download is taken over by the browser.
    if (reason !== 'net::ERR_ABORTED') troubles.push(`request: ${request.method()} ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400)
      troubles.push(`answer: ${response.status()} ${response.request().method()} ${response.url()}`);
  });
  return { page, context, troubles };
}

/** What axe finds wrong with the page, light and dark; each as a line. */
export async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(axeSource);
    const results = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
    for (const { id, nodes } of results.violations)
      for (const node of nodes)
        found.push(`${colorScheme} ${id}: ${node.html.slice(0, 300)} ${node.failureSummary ?? ''}`);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return found;
}
