import type { Browser } from 'playwright-core';
import { expect, it } from 'vitest';
import { Client } from '../faults/client.ts';
import { setOut } from './journey.ts';
import type { Person } from './person.ts';

const pages = [
  ['/', 'Hottest contacts'],
  ['/accounts', 'Company 59 GmbH'],
  ['/imports', 'leads.csv'],
  ['/settings', 'Profile and look'],
  ['/settings/profile', 'Look'],
  ['/settings/workspace', 'Mail server'],
  ['/settings/users', 'New user'],
  ['/settings/events', 'Handlers'],
  ['/nowhere', 'There is no page here'],
] as const;

/** Every other page, keys for programs, and the way out. */
export function looksAround(person: Person, browser: () => Browser): void {
  it.each(pages)('finds %s in order', async (path, text) => {
    await person.page.goto(path);
    await person.page.getByText(text).filter({ visible: true }).first().waitFor();
    await person.expectSound();
  });

  // Where the screen is narrow, what is not at the thumb stands behind "More".
  it.runIf(person.narrow)('finds every place from the thumb', async () => {
    const { page } = person;
    await page.goto('/');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Imports' }).click();
    await page.getByRole('heading', { level: 1, name: 'Imports' }).waitFor();
    await person.expectSound();
  });

  it('opens an account with its people', async () => {
    const { page } = person;
    await page.goto('/accounts');
    await page.getByRole('link', { name: 'Company 59 GmbH' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Company 59 GmbH' }).waitFor();
    await person.expectSound();
    await person.part('What matters now');
    await page.getByRole('link', { name: 'Person119' }).waitFor();
    await person.expectSound();
  });

  it('makes an API key, sees it once, and it works', async () => {
    const { page } = person;
    await page.goto('/settings/keys');
    await page.getByRole('button', { name: 'New key' }).click();
    await page.getByRole('textbox', { name: 'What uses the key' }).fill('Warehouse');
    await person.expectSound();
    await page.getByRole('button', { name: 'Create' }).click();
    const key = await page.getByRole('textbox', { name: 'Key “Warehouse”' }).inputValue();
    await person.expectSound();
    const program = new Client(person.server, key);
    expect((await program.send({ method: 'GET', path: '/contacts?limit=1' })).status).toBe(200);
    await page.getByRole('button', { name: 'Close' }).last().click();
    await page.getByText('Warehouse').waitFor();
    await person.expectSound();
  });

  it('cannot be followed by anybody who finds the sign-in link later', async () => {
    const stranger = await setOut(browser(), person.server.url, person.widthPx);
    await stranger.page.goto(person.link);
    await stranger.page.getByRole('alert').waitFor();
    await stranger.page.getByRole('textbox', { name: 'Password' }).waitFor();
    await stranger.context.close();
  });

  it('signs out, and is asked to sign in again', async () => {
    const { page } = person;
    await page.goto('/');
    await page.getByRole('button', { name: person.narrow ? 'More' : 'Administrator' }).click();
    await person.expectSound();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in to Kith' }).waitFor();
    await person.expectSound();
  });
}
