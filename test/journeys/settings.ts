import { expect, it } from 'vitest';
import type { Person } from './person.ts';

const who = 'Person020';

/** Deleted records come back, and a score is set by hand. */
export function bringsBack(person: Person): void {
  it('deletes a contact, finds it among the deleted records, and brings it back', async () => {
    const { page } = person;
    await page.goto('/contacts');
    await person.search(who, 1);
    await page.getByRole('link', { name: who }).first().click();
    await page.getByRole('heading', { level: 1, name: who }).waitFor();
    await page.getByRole('button', { name: 'More' }).first().click();
    await page.getByRole('menuitem', { name: 'Delete the contact' }).click();
    await page.getByText(/deleted\.$/).waitFor();
    await page.goto('/settings/deleted');
    await page.getByRole('radio', { name: 'Contacts' }).check();
    const row = page.getByRole('listitem').filter({ hasText: who });
    await row.waitFor();
    await person.expectSound();
    await row.getByRole('button', { name: /^Restore/ }).click();
    await page.getByText(/is back\.$/).waitFor();
    await page.getByRole('status').getByRole('button', { name: 'Open' }).click();
    await page.getByRole('heading', { level: 1, name: who }).waitFor();
  });

  it('sets a score by hand with a reason, sees both scores, and goes back to the computed one', async () => {
    const { page } = person;
    await page.goto('/contacts');
    await person.search(who, 1);
    await page.getByRole('link', { name: who }).first().click();
    await page.getByRole('heading', { level: 1, name: who }).waitFor();
    await person.part('What matters now');
    const card = page.locator('section', { has: page.locator('#score-heading') }).last();
    const computed = await card.locator('p > span').first().textContent();
    await card.getByRole('button', { name: 'Set the score by hand' }).click();
    const dialog = page.getByRole('dialog', { name: 'Set the score by hand' });
    await dialog.getByRole('textbox', { name: 'Score' }).fill('95');
    expect(await dialog.getByRole('button', { name: 'Set the score' }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Met at the fair, wants to buy');
    await dialog.getByText('Sales ready').waitFor();
    await person.expectSound();
    await dialog.getByRole('button', { name: 'Set the score' }).click();
    await card.getByText('Met at the fair, wants to buy').waitFor();
    expect(await card.locator('p > span').first().textContent()).toBe('95');
    await card.getByText(`Computed: ${computed}`).waitFor();
    await person.expectSound();
    await card.getByRole('button', { name: 'Use the computed score' }).click();
    await card.getByText('Met at the fair, wants to buy').waitFor({ state: 'detached' });
    expect(await card.locator('p > span').first().textContent()).toBe(computed);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
    await card.getByText('Met at the fair, wants to buy').waitFor();
    await card.getByRole('button', { name: 'Use the computed score' }).click();
    await card.getByText('Met at the fair, wants to buy').waitFor({ state: 'detached' });
  });
}

/** How scores come about. */
export function changesTheModel(person: Person): void {
  it('changes the scoring model, is told what it means, and takes it back', async () => {
    const { page } = person;
    await page.goto('/settings/scoring');
    await page.getByRole('heading', { name: 'In words' }).waitFor();
    await person.expectSound();
    const weight = page.getByLabel('Intent: signs of buying');
    await weight.fill('45');
    await page.getByText('The weights add up to 120 and must add up to 100.').waitFor();
    expect(await page.getByRole('button', { name: 'Save and score anew' }).isDisabled()).toBe(true);
    await person.expectSound();
    await page.getByLabel('Fit: who they are').fill('20');
    await page.getByText('what they do up to 35, and signs of buying up to 45').waitFor();
    await page.getByRole('slider', { name: 'Between behavioral and intent' }).press('ArrowRight');
    expect(await weight.inputValue()).toBe('44');
    await page.getByRole('button', { name: 'Employees' }).click();
    await page.getByLabel('Employees, row 1: Points').fill('30');
    await page.getByRole('button', { name: 'Show who would move' }).click();
    await page.getByText(/would change the tier\.$/).waitFor();
    await person.expectSound();
    await page.getByRole('button', { name: 'Save and score anew' }).click();
    await page.getByText('Saved. All contacts are being scored anew.').waitFor();
    await page.reload();
    expect(await weight.inputValue()).toBe('44');
    await weight.fill('24');
    await page.getByLabel('Fit: who they are').fill('40');
    await page.getByRole('button', { name: 'Save and score anew' }).click();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The model from before is back.').waitFor();
    expect(await weight.inputValue()).toBe('44');
  });
}
