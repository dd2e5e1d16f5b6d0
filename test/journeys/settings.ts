import { expect, it } from 'vitest';
import type { Person } from './person.ts';

const who = 'Person020';

/** What an administrator sets, and what it does to the records. */
export function setsUpKith(person: Person): void {
  it('adds a field to all contacts', async () => {
    const { page } = person;
    await page.goto('/settings/fields');
    await page.getByText('No fields of your own yet').waitFor();
    await person.expectSound();
    await page.getByRole('button', { name: 'New field' }).click();
    const dialog = page.getByRole('dialog', { name: 'New field' });
    await dialog.getByLabel('Label').fill('Sales region');
    await dialog.getByLabel('Type').selectOption({ label: 'Choice' });
    await dialog.getByLabel('Choice 1').fill('EMEA');
    await dialog.getByLabel('Choice 1').press('Enter');
    await page.keyboard.type('APAC');
    await person.expectSound();
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByText('custom.salesRegion').waitFor();
    await person.expectSound();
  });

  it('finds the field at once in the filter, the columns and the form', async () => {
    const { page } = person;
    await page.goto('/contacts');
    await person.search(who, 1);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByLabel('Field', { exact: true }).selectOption({ label: 'Sales region' });
    await page.keyboard.press('Escape');
    if (!person.narrow) {
      await page.getByRole('button', { name: 'Columns' }).click();
      await page.getByRole('checkbox', { name: 'Sales region' }).click();
      await page.keyboard.press('Escape');
      await page.getByRole('columnheader', { name: 'Sales region' }).waitFor();
    }
    await page.getByRole('link', { name: who }).first().click();
    await page.getByRole('heading', { level: 1, name: who }).waitFor();
    await person.part('Facts');
    await page.getByRole('button', { name: /^Show \d+ empty field/ }).click();
    await page.getByRole('button', { name: 'Edit Sales region' }).click();
    await page.getByRole('option', { name: 'APAC' }).click();
    await page.getByRole('button', { name: 'Edit Sales region' }).getByText('APAC').waitFor();
    await person.expectSound();
  });

  it('is told what is wrong with a field, at its place', async () => {
    const { page } = person;
    await page.goto('/settings/fields');
    await page.getByRole('button', { name: 'New field' }).click();
    const dialog = page.getByRole('dialog', { name: 'New field' });
    await dialog.getByLabel('Label').fill('Region');
    await dialog.getByLabel('Name in the API').fill('Not a name');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog
      .getByText(/begins with a small letter/)
      .last()
      .waitFor();
    person.expectRefusal(400);
    await person.expectSound();
    await page.keyboard.press('Escape');
  });

  it('writes a formula that is checked while it is typed, and takes the field away and back', async () => {
    const { page } = person;
    await page.goto('/settings/fields');
    await page.getByRole('button', { name: 'New field' }).click();
    const dialog = page.getByRole('dialog', { name: 'New field' });
    await dialog.getByLabel('Label').fill('Loud name');
    await dialog.getByLabel('Type').selectOption({ label: 'Formula' });
    await dialog.getByLabel('Formula').fill('concat(lastName, ');
    await dialog.getByText(/mistake at character/).waitFor();
    await person.expectSound();
    await dialog.getByLabel('Formula').fill('concat(lastName, "!")');
    await dialog.getByText('It gives a text.').waitFor();
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByText('custom.loudName').waitFor();
    await page.getByRole('button', { name: 'Delete the field “Loud name”' }).click();
    await page.getByRole('button', { name: 'Edit “Loud name”' }).waitFor({ state: 'detached' });
    await page.getByText('1 deleted field').click();
    await person.expectSound();
    await page.getByRole('button', { name: 'Restore the field “Loud name”' }).click();
    await page.getByRole('button', { name: 'Edit “Loud name”' }).waitFor();
  });

  it('makes a kind of record with a field of its own', async () => {
    const { page } = person;
    await page.goto('/settings/objects');
    await page.getByText('No objects of your own yet').waitFor();
    await page.getByRole('button', { name: 'New object' }).click();
    const dialog = page.getByRole('dialog', { name: 'New object' });
    await dialog.getByLabel('What one is called').fill('Project');
    await person.expectSound();
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('button', { name: 'Projects' }).click();
    await page.getByRole('button', { name: 'New field' }).click();
    await page.getByLabel('Label').fill('Budget');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByText('custom.budget').waitFor();
    await person.expectSound();
  });

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
