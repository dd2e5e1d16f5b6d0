import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Person } from './person.ts';

const restMs = 350;

/** From a new deal to one that is won, over the board: by keyboard and mouse at a desk, by finger on a phone. */
export function sellsOnTheBoard(person: Person): void {
  const column = (stage: string) => person.page.getByRole('region', { name: stage });
  const card = (stage: string) => column(stage).getByRole('link', { name: 'Rollout in Berlin' });
  const said = (text: string) => person.page.getByRole('status').getByText(text).first().waitFor();

  it('finds no deals, makes one, and sees its page', async () => {
    const { page } = person;
    await page.goto('/deals');
    await page.getByText('No deals yet').waitFor();
    await person.expectSound();
    await page.getByRole('button', { name: 'New deal' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Rollout in Berlin');
    await page.getByRole('textbox', { name: 'Amount' }).fill('12500.50');
    await person.expectSound();
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { level: 1, name: 'Rollout in Berlin' }).waitFor();
    await person.expectSound();
    await person.part('What matters now');
    await page.getByText('12,500.50').filter({ visible: true }).first().waitFor();
    await page.getByText('Way through the stages').waitFor();
    await person.expectSound();
  });

  it('moves it over the board, and takes the move back', async () => {
    const { page } = person;
    await page.goto('/deals');
    await card('Qualification').waitFor();
    await person.expectSound();
    if (person.narrow) await dragByFinger(person, card('Qualification'));
    else {
      await card('Qualification').focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
      await page.getByRole('log').getByText('Discovery, stage 2 of 6').waitFor();
      await person.expectSound();
      await page.keyboard.press('Enter');
    }
    await said('Rollout in Berlin is in Discovery.');
    await card('Discovery').waitFor();
    if (!person.narrow) expect(await page.locator(':focus').textContent()).toBe('Rollout in Berlin');
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await card('Qualification').waitFor();
    await person.expectSound();
  });

  it('drags it with the mouse, and leaves it by Escape', async () => {
    // On a phone there is no mouse: there the card is moved by its menu, above.
    if (person.narrow) return;
    const { page } = person;
    const from = await card('Qualification').boundingBox();
    const to = await column('Proposal').boundingBox();
    if (!from || !to) throw new Error('The board has no place on the screen.');
    for (const way of ['left', 'dropped']) {
      await page.mouse.move(from.x + 10, from.y + 5);
      await page.mouse.down();
      await page.mouse.move(to.x + 60, to.y + 200, { steps: 6 });
      if (way === 'left') await page.keyboard.press('Escape');
      await page.mouse.up();
    }
    await said('Rollout in Berlin is in Proposal.');
    await card('Proposal').waitFor();
    expect(new URL(page.url()).pathname).toBe('/deals');
  });

  it('is asked why a deal is lost, and loses it with a reason', async () => {
    const { page } = person;
    await page.getByRole('button', { name: 'Move Rollout in Berlin' }).click();
    await page.getByRole('menuitemradio', { name: 'Closed Lost' }).click();
    await page.getByRole('dialog', { name: 'Why was it lost?' }).waitFor();
    person.expectRefusal(422);
    await person.expectSound();
    await page.getByLabel('Lost because').selectOption('Price');
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await said('Rollout in Berlin is lost.');
    await card('Closed Lost').waitFor();
    await person.expectSound();
  });

  it('wins it after all, from its page', async () => {
    const { page } = person;
    await card('Closed Lost').click();
    await page.getByRole('heading', { level: 1, name: 'Rollout in Berlin' }).waitFor();
    if (person.narrow) {
      await page.getByRole('button', { name: 'Closed Lost' }).click();
      await page.getByRole('menuitemradio', { name: 'Closed Won' }).click();
    } else await page.getByRole('button', { name: 'Closed Won' }).click();
    await page
      .getByRole('status')
      .getByText(/^Won: Rollout in Berlin, .*12,500\.50$/)
      .waitFor();
    await person.part('What matters now');
    await page.locator('section', { hasText: 'Way through the stages' }).getByText('Closed Won').first().waitFor();
    await person.expectSound();
  });
}

/** Rests a finger on a card until it comes along, holds it at the edge until the next column has come, and lets go. */
async function dragByFinger({ page, widthPx }: Person, card: Locator): Promise<void> {
  const box = await card.boundingBox();
  if (!box) throw new Error('The card has no place on the screen.');
  const device = await page.context().newCDPSession(page);
  const [x, y] = [box.x + 20, box.y + 8];
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    device.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [{ x, y }]);
  await page.waitForTimeout(restMs);
  // At the edge the board goes on as long as the finger is there: on a slow machine past the column that is meant, and then back.
  const column = page.getByRole('region', { name: 'Discovery' });
  for (let left = await restingLeft(column); Math.abs(left) >= 20; left = await restingLeft(column)) {
    const edge = left > 0 ? widthPx - 10 : 10;
    for (let step = 1; step <= 5; step += 1)
      await touch('touchMove', [{ x: widthPx / 2 + ((edge - widthPx / 2) * step) / 5, y: y + step }]);
    await page.waitForTimeout(150);
    await touch('touchMove', [{ x: widthPx / 2, y: y + 60 }]);
  }
  await page.locator('nav button[aria-current=true]').getByText('Discovery').waitFor();
  await touch('touchMove', [{ x: widthPx / 2, y: y + 64 }]);
  await touch('touchEnd', []);
  await device.detach();
}

/** Where a column stands once the board has come to rest. */
async function restingLeft(column: Locator): Promise<number> {
  const leftNow = async () => Math.round((await column.boundingBox())?.x ?? 0);
  let before = await leftNow();
  for (;;) {
    await column.page().waitForTimeout(100);
    const now = await leftNow();
    if (now === before) return now;
    before = now;
  }
}
