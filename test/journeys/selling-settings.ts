import { expect, it } from 'vitest';
import type { Person } from './person.ts';

/** How selling goes here: stages, currencies, and who gets the leads. */
export function setsUpSelling(person: Person): void {
  it('puts the stages of a pipeline in order by keyboard, says what one asks for, and takes it back', async () => {
    const { page } = person;
    await page.goto('/settings/pipelines');
    const stages = page.getByRole('list', { name: 'Stages' });
    const inputs = stages.getByRole('textbox', { name: /^Name of/ });
    const names = async () => Promise.all((await inputs.all()).map((input) => input.inputValue()));
    await stages.getByRole('button', { name: 'Move Proposal', exact: true }).press('ArrowUp');
    expect((await names()).slice(0, 3)).toEqual(['Qualification', 'Proposal', 'Discovery']);
    await page.getByRole('button', { name: 'Add a stage' }).click();
    await stages.getByRole('textbox', { name: 'Name of New stage' }).fill('Pilot');
    await stages.getByRole('button', { name: 'More about Pilot' }).click();
    await stages.getByLabel('Asks for').click();
    await page.getByRole('option', { name: 'Amount', exact: true }).click();
    await page.keyboard.press('Escape');
    await person.expectSound();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Pipeline saved.').waitFor();
    await page.reload();
    await stages.getByText('Asks for 1 value').waitFor();
    expect(await names()).toEqual([
      'Qualification',
      'Proposal',
      'Discovery',
      'Negotiation',
      'Pilot',
      'Closed Won',
      'Closed Lost',
    ]);
    await page.keyboard.press('Control+z');
    await page.getByText('Undone on 1 record.').waitFor();
    await stages.getByRole('textbox', { name: 'Name of Pilot' }).waitFor({ state: 'detached' });
  });

  it('says what a currency is worth, and is told what is wrong with a rate', async () => {
    const { page } = person;
    await page.goto('/settings/currencies');
    await page.getByRole('button', { name: 'New rate' }).click();
    const dialog = page.getByRole('dialog', { name: 'New rate' });
    await dialog.getByLabel('Currency').fill('gbp');
    await dialog.getByLabel('Is worth').fill('much');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText(/decimal number above zero/).waitFor();
    person.expectRefusal(400);
    await person.expectSound();
    await dialog.getByLabel('Is worth').fill('1,3');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/^1 GBP = 1.3/).waitFor();
    await person.expectSound();
  });

  it('makes a rule for leads, and it reads as a sentence', async () => {
    const { page } = person;
    await page.goto('/settings/routing');
    await page.getByText('No rules yet').waitFor();
    await person.expectSound();
    await page.getByRole('button', { name: 'New rule' }).click();
    const dialog = page.getByRole('dialog', { name: 'New rule' });
    await dialog.getByLabel('Name').fill('Everything to me');
    await dialog.getByLabel('Who gets them').selectOption({ label: 'One person' });
    await dialog.getByLabel('Person').selectOption({ index: 1 });
    await person.expectSound();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/all leads go to /i).waitFor();
    await page.getByRole('button', { name: 'Ask the rules' }).click();
    await page
      .getByText(/^Rule “Everything to me”/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Delete “Everything to me”' }).click();
    await page.getByText('No rules yet').waitFor();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
    await page.getByText(/all leads go to /i).waitFor();
    await person.expectSound();
  });
}
