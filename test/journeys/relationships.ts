import { expect, it } from 'vitest';
import type { Person } from './person.ts';

const [who, other, far] = ['Person040', 'Person041', 'Person042'];

/** How people stand to one another, and the picture of it. */
export function relatesPeople(person: Person): void {
  const open = async (name: string) => {
    const { page } = person;
    await page.goto('/contacts');
    await person.search(name, 1);
    await page.getByRole('link', { name }).first().click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await person.part('What matters now');
  };
  const card = () => person.page.locator('section', { has: person.page.locator('#relationships-heading') }).last();
  const relate = async (kind: string, name: string, how: string, strength: string) => {
    const { page } = person;
    await card().getByRole('button', { name: 'Add a relationship' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a relationship' });
    await dialog.getByLabel('Kind').selectOption({ label: kind });
    await dialog.getByLabel('Who or what').click();
    await page.getByRole('combobox', { name: 'Who or what' }).last().fill(name);
    await page.getByRole('option', { name }).first().click();
    await dialog.getByLabel('How it stands to it').selectOption({ label: how });
    await dialog.getByRole('textbox', { name: 'Strength' }).fill(strength);
    await person.expectSound();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await card().getByText(name).waitFor();
  };

  it('says how two people stand to one another', async () => {
    await open(who);
    await card().getByText('Nobody has said yet how this stands to others.').waitFor();
    await relate('Contact', other, 'Influences', '80');
    await card().getByText('Influences').waitFor();
  });

  it('changes that, takes it away, and has it back', async () => {
    const { page } = person;
    await card()
      .getByRole('button', { name: /^Edit the relationship with/ })
      .click();
    await page.getByLabel('How it stands to it').selectOption({ label: 'Reports to' });
    await page.getByRole('button', { name: 'Save' }).click();
    await card().getByText('Reports to').waitFor();
    await card()
      .getByRole('button', { name: /^Remove the relationship with/ })
      .click();
    await card().getByText('Nobody has said yet').waitFor();
    await page.keyboard.press('Control+z');
    await card().getByText('Reports to').waitFor();
    await person.expectSound();
  });

  it('sees it from the other end, and relates people to records of any kind', async () => {
    await open(other);
    await card().getByText('Is reported to by').waitFor();
    await relate('Contact', far, 'Works with', '30');
    await relate('Project', 'Lighthouse', 'Decides for', '90');
    await person.expectSound();
  });

  it('walks through the graph by keyboard: a record that is opened brings what it is related to', async () => {
    const { page } = person;
    await open(who);
    await card().getByRole('link', { name: 'Show the graph' }).click();
    await page.getByRole('heading', { level: 1, name: 'Graph' }).waitFor();
    await page.getByText(/^3 records, 2 links$/).waitFor();
    await person.expectSound();
    const node = (name: string) => page.getByRole('button', { name: new RegExp(`${name}, .*link`) });
    await node(other).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/^6 records, 5 links$/).waitFor();
    await node('Lighthouse').waitFor();
    const chosen = page.getByRole('region', { name: 'Chosen' });
    await chosen.getByText(other).waitFor();
    await page.keyboard.press('0');
    await page.keyboard.press('ArrowRight');
    expect(await chosen.getByRole('heading').textContent()).not.toContain(other);
    await person.expectSound();
  });

  it('narrows the graph by kind of link and by strength, and reads it as a table', async () => {
    const { page } = person;
    await page.getByRole('checkbox', { name: 'works with' }).uncheck();
    await page.getByText(/^5 records, 4 links$/).waitFor();
    await page.getByRole('checkbox', { name: 'works with' }).check();
    await page.getByRole('slider').fill('85');
    await page.getByText(/^1 record, 0 links$/).waitFor();
    await page.getByRole('slider').fill('0');
    await page.getByRole('radio', { name: 'Table' }).check();
    expect(await page.getByRole('row').count()).toBe(6);
    await person.expectSound();
    await page.getByRole('link', { name: 'Lighthouse' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lighthouse' }).waitFor();
    await person.part('What matters now');
    await card().getByText('Has as decision maker').waitFor();
    await person.expectSound();
  });
}
