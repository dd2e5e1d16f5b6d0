import { expect, it } from 'vitest';
import type { Person } from './person.ts';

/** What the steps below do again and again. */
function handsOf(person: Person) {
  const said = (text: string | RegExp) => person.page.getByRole('status').getByText(text).first().waitFor();
  const press = (name: string) => person.page.getByRole('button', { name, exact: true }).click();
  const choose = async (field: string, option: string | RegExp) => {
    await person.page.getByRole('dialog').getByLabel(field, { exact: true }).click();
    await person.page.getByRole('option', { name: option }).first().click();
  };
  const take = (command: string[]) => person.server.command(...command, '--workspace', person.workspace);
  return { said, press, choose, take };
}

/** What the deal that was won is made of, who decided, and against whom. */
export function worksOutTheDeal(person: Person): void {
  const { said, press, choose, take } = handsOf(person);

  it('adds up what is sold, to the cent, and lets the amount follow', async () => {
    const { page } = person;
    await take(['products', 'create', '--name', 'GTX Pro', '--unit-price', '4821']);
    await press('Add a line item');
    await choose('Product', 'GTX Pro');
    await page.getByLabel('Quantity').fill('2');
    await page.getByLabel('Discount').fill('12,5');
    await person.expectSound();
    await press('Create');
    await said('GTX Pro is added.');
    await press('Add a line item');
    await page.getByRole('textbox', { name: 'Name' }).fill('Travel');
    await page.getByLabel('Unit price').fill('0.07');
    await page.getByLabel('Unit price').press('Enter');
    await said('Travel is added.');
    const items = page.locator('section', { has: page.getByRole('heading', { name: 'Line items' }) });
    await items.getByText('8,436.75').waitFor();
    await items.getByText('8,436.82').waitFor();
    await page.getByRole('switch', { name: 'Amount of the deal is this total' }).check();
    await said('The amount follows the line items.');
    await page.getByRole('region', { name: 'Worth' }).getByText('8,436.82').waitFor();
    await person.expectSound();
  });

  it('puts the items in order by keyboard, changes one, takes one away and has it back', async () => {
    const { page } = person;
    const names = () => page.getByRole('list', { name: 'Line items in their order' }).locator('p:first-child');
    await page.getByRole('button', { name: 'Move Travel' }).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await said('The line items are in another order.');
    await expect.poll(() => names().allTextContents()).toEqual(['Travel', 'GTX Pro']);
    await press('Edit Travel');
    await page.getByLabel('Quantity').fill('3');
    await person.expectSound();
    await press('Save');
    await page.getByRole('region', { name: 'Worth' }).getByText('8,436.96').waitFor();
    await press('Edit Travel');
    await press('Remove');
    await said('Travel is removed.');
    await expect.poll(() => names().allTextContents()).toEqual(['GTX Pro']);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
    await expect.poll(() => names().allTextContents()).toEqual(['Travel', 'GTX Pro']);
    await person.expectSound();
  });

  it('knows who decides and who is in the way, and against whom it sells', async () => {
    const { page } = person;
    await press('Add a stakeholder');
    await choose('Contact', /\w/);
    await choose('Role', 'Champion');
    await page.getByLabel('Notes').fill('Wants it before summer');
    await person.expectSound();
    await press('Create');
    await page.getByText('Wants it before summer').waitFor();
    await page
      .getByRole('region', { name: 'Stakeholders' })
      .getByRole('button', { name: /^Edit / })
      .click();
    await choose('Role', 'Blocker');
    await press('Save');
    await page.getByText('Blocker').waitFor();
    await press('Add a competitor');
    await page.getByRole('textbox', { name: 'Name' }).fill('Isdom');
    await choose('Strength', 'High');
    await press('Create');
    await page.getByText('High danger').waitFor();
    await person.expectSound();
  });
}

/** From its page and from the board: to another pipeline and back, and out of sight of those that were left lying. */
export function movesTheDealElsewhere(person: Person): void {
  const { said, press, take } = handsOf(person);

  it('moves the deal to another pipeline, and takes the move back', async () => {
    const { page } = person;
    await take(['pipelines', 'create', '--name', 'Renewals']);
    await page.reload();
    await press('Move to another pipeline');
    await page.getByLabel('Closed Won becomes').waitFor();
    await person.expectSound();
    await press('Move');
    await said('Rollout in Berlin is in Renewals, Closed Won.');
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
    await page.goto('/deals');
    await page.getByRole('region', { name: 'Closed Won' }).getByRole('link', { name: 'Rollout in Berlin' }).waitFor();
    await page.getByRole('button', { name: 'Move Rollout in Berlin' }).click();
    await page.getByRole('menuitem', { name: 'Move to another pipeline' }).waitFor();
    await person.expectSound();
    await page.keyboard.press('Escape');
  });

  it('sees on the board only what was left lying', async () => {
    const { page } = person;
    await page.goto('/deals');
    await page.getByRole('link', { name: 'Rollout in Berlin' }).waitFor();
    await press('Left lying');
    await page.getByRole('link', { name: 'Rollout in Berlin' }).waitFor({ state: 'detached' });
    await person.expectSound();
    await press('Left lying');
    await page.getByRole('link', { name: 'Rollout in Berlin' }).waitFor();
  });

  it('sees the pipelines side by side', async () => {
    const { page } = person;
    await page.getByRole('radio', { name: 'Numbers' }).check();
    const compared = page.getByRole('region', { name: 'Pipelines side by side' });
    await compared.getByRole('columnheader', { name: 'Renewals' }).waitFor();
    await compared.getByRole('row', { name: /^Win rate .*100 %/ }).waitFor();
    await page
      .getByRole('region', { name: 'Stages of Sales' })
      .getByRole('row', { name: /^Closed Won 1/ })
      .waitFor();
    await page
      .getByRole('region', { name: 'How the forecast of Sales moved' })
      .getByRole('row', { name: /^Now / })
      .waitFor();
    await person.expectSound();
  });
}
