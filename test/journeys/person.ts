import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { KithProcess } from '../faults/kith-process.ts';
import { type Journey, setOut, violations } from './journey.ts';

export type Part = 'Facts' | 'Timeline' | 'What matters now';

/** A sales person in a workspace of their own, before a screen of some width. Their steps follow one another, as in a day. */
export class Person {
  readonly widthPx: number;
  readonly server: KithProcess;
  #journey: Journey | undefined;
  /** The address that signs them in. */
  link = '';

  constructor(server: KithProcess, widthPx: number) {
    this.server = server;
    this.widthPx = widthPx;
  }

  get narrow(): boolean {
    return this.widthPx < 700;
  }

  get workspace(): string {
    return `Desk ${this.widthPx}`;
  }

  get journey(): Journey {
    if (!this.#journey) throw new Error('The person has not sat down yet.');
    return this.#journey;
  }

  get page(): Page {
    return this.journey.page;
  }

  /** Before the first step, and after the last. */
  sitDown(browser: () => Browser): void {
    beforeAll(async () => {
      await this.server.command('workspace', 'create', this.workspace);
      this.link = await this.server.command('login-link', '--workspace', this.workspace);
      this.#journey = await setOut(browser(), this.server.url, this.widthPx);
    });
    afterAll(() => this.#journey?.context.close());
  }

  /** The page is usable by everybody, light and dark, and nothing went wrong on the way to it. */
  async expectSound(): Promise<void> {
    expect(await violations(this.page)).toEqual([]);
    expect(this.journey.troubles).toEqual([]);
  }

  /** Takes a refusal off the list of troubles: the server answered what it should, and the browser's console says so. */
  expectRefusal(status: number): void {
    const { troubles } = this.journey;
    expect(troubles.some((line) => line.startsWith(`answer: ${status} `))).toBe(true);
    const others = troubles.filter(
      (line) => !line.startsWith(`answer: ${status} `) && !line.includes(`status of ${status}`),
    );
    troubles.splice(0, troubles.length, ...others);
  }

  /** Turns to a part of a record's page, which on a narrow screen stands behind a tab. */
  async part(name: Part): Promise<void> {
    if (this.narrow) await this.page.getByRole('tab', { name }).click();
  }

  async search(words: string, found: number): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Search contacts' }).fill(words);
    await this.page.locator('footer').getByText(`of ${found}`, { exact: true }).waitFor();
  }

  /** The file that the browser was given for an action. */
  async download(ask: () => Promise<void>): Promise<string> {
    const [file] = await Promise.all([this.page.waitForEvent('download'), ask()]);
    return readFile(await file.path(), 'utf8');
  }
}
