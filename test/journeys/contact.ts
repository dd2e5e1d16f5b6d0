import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { Client } from '../faults/client.ts';
import type { Person } from './person.ts';

const who = 'Person010';

/** What one does with one contact. */
export function worksOnAContact(person: Person): void {
  const title = () => person.page.getByRole('button', { name: 'Edit Job title' });

  it('opens a contact: facts, timeline, and a score with a reason for every point', async () => {
    const { page } = person;
    await page.goto('/contacts');
    await person.search(who, 1);
    await page.getByRole('link', { name: who }).first().click();
    await page.getByRole('heading', { level: 1, name: who }).waitFor();
    await person.part('Facts');
    await title().getByText('CEO').waitFor();
    await person.expectSound();
    await person.part('What matters now');
    await expectEveryPointToHaveAReason(page.locator('section', { has: page.locator('#score-heading') }).last());
    await person.expectSound();
    await person.part('Timeline');
    await page.getByText('Created · Import of leads.csv').waitFor();
    await person.expectSound();
  });

  it('changes a value where it stands, takes it back by Ctrl-Z, and again by the toast', async () => {
    const { page } = person;
    await person.part('Facts');
    await title().click();
    const editor = page.getByRole('textbox', { name: 'Job title' });
    await editor.fill('Chief of Everything');
    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await editor.press('Enter');
    await title().getByText('Chief of Everything').waitFor();
    expect((await saved).status()).toBe(200);
    await page.keyboard.press('Control+z');
    await page.getByText('Undone on 1 record.').waitFor();
    await title().getByText('CEO').waitFor();
    await page.getByRole('button', { name: 'Redo' }).click();
    await title().getByText('Chief of Everything').waitFor();
    await person.expectSound();
  });

  it('looks at the contact as it was before, and comes back', async () => {
    const { page } = person;
    await page.getByRole('button', { name: 'History' }).click();
    await page.getByRole('slider').press('Home');
    await page.getByText(/^As it was on/).waitFor();
    await page.keyboard.press('Escape');
    await person.part('Facts');
    const fact = page.locator('dl > div', { hasText: 'Job title' });
    await fact.getByText('CEO', { exact: true }).waitFor();
    await fact.getByText('Chief of Everything').waitFor();
    await person.expectSound();
    await page.getByRole('status').getByRole('button', { name: 'Back to now' }).click();
    await title().getByText('Chief of Everything').waitFor();
  });

  it('writes down a note, and finds it and every change in the timeline', async () => {
    const { page } = person;
    await person.part('Timeline');
    await page.getByPlaceholder('Write a note').fill('Wants a demo next week');
    await page.getByRole('button', { name: 'Log' }).click();
    await page.locator('ol').getByText('Wants a demo next week').waitFor();
    await page.locator('ol').getByText('Chief of Everything').first().waitFor();
    await person.expectSound();
  });

  it('sees what somebody else changes, without reloading', async () => {
    const { page, server, workspace } = person;
    const key = await server.command('key', 'create', '--name', 'Robot', '--role', 'admin', '--workspace', workspace);
    await person.part('Facts');
    const id = page.url().split('/').at(-1);
    const robot = new Client(server, key);
    await robot.send({ method: 'PATCH', path: `/contacts/${id}`, body: { city: 'Reykjavík' } });
    await page.getByRole('button', { name: 'Edit City' }).getByText('Reykjavík').waitFor();
    await person.expectSound();
  });
}

async function expectEveryPointToHaveAReason(card: Locator): Promise<void> {
  const score = Number(await card.locator('p > span').first().textContent());
  const points = await card.locator('ul li > span:first-child').allTextContents();
  expect(score).toBeGreaterThan(0);
  expect(points.reduce((sum, one) => sum + Number(one), 0)).toBe(score);
}
