import { expect, it } from 'vitest';
import type { Person } from './person.ts';

/** The stages of life that people come through here. */
export function setsUpTheLifecycle(person: Person): void {
  it('gives the life cycle a stage and another order, and contacts take it at once', async () => {
    const { page } = person;
    await page.goto('/settings/lifecycle');
    const stages = page.getByRole('list', { name: 'Stages' });
    const names = async () => Promise.all((await stages.getByRole('textbox').all()).map((input) => input.inputValue()));
    await stages.getByRole('textbox').first().waitFor();
    await page.getByRole('button', { name: 'Add a stage' }).click();
    await stages.getByRole('textbox', { name: 'Name of New stage' }).fill('Customer');
    await stages.getByText('Two stages have this name.').waitFor();
    await stages.getByRole('textbox', { name: 'Name of Customer' }).last().fill('Tries it');
    await stages.getByRole('button', { name: 'Move Tries it', exact: true }).press('ArrowUp');
    await person.expectSound();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Life cycle: saved.').waitFor();
    await page.reload();
    await stages.getByRole('textbox').first().waitFor();
    expect((await names()).slice(-2)).toEqual(['Tries it', 'Evangelist']);
    await page.goto('/contacts');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByLabel('Field', { exact: true }).selectOption({ label: 'Lifecycle stage' });
    await page.getByRole('button', { name: 'Value' }).or(page.getByLabel('Value')).first().click();
    await page.getByText('Tries it').first().waitFor();
  });

  it('takes the stage away, and has it back', async () => {
    const { page } = person;
    await page.goto('/settings/lifecycle');
    const stages = page.getByRole('list', { name: 'Stages' });
    await stages.getByRole('button', { name: 'Remove Tries it' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Life cycle: saved.').waitFor();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
    await stages.getByRole('textbox', { name: 'Name of Tries it' }).waitFor();
    await person.expectSound();
  });
}
