import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { type Browser, findBrowser, packagedBrowser } from './find-browser.ts';

async function titleIn(browser: Browser): Promise<string> {
  const running = await chromium.launch(browser);
  try {
    const page = await running.newPage();
    await page.setContent('<title>Kith</title>');
    return await page.title();
  } finally {
    await running.close();
  }
}

it('finds a browser that shows a page', async () => {
  expect(await titleIn(await findBrowser())).toBe('Kith');
});

it.runIf(process.arch === 'x64')('has one in the npm package for machines without', async () => {
  const browser = await packagedBrowser();
  expect(await titleIn(browser as Browser)).toBe('Kith');
});
