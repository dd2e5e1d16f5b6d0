import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { KithProcess } from '../faults/kith-process.ts';
import { looksAround } from './around.ts';
import { sellsOnTheBoard } from './board.ts';
import { bringsInAFile } from './bringing-in.ts';
import { looksThroughChanges } from './changes.ts';
import { worksOnAContact } from './contact.ts';
import { movesTheDealElsewhere, worksOutTheDeal } from './deal-parts.ts';
import { escalates } from './escalations.ts';
import { openBrowser } from './journey.ts';
import { setsUpLeads } from './lead-settings.ts';
import { followsUpALead } from './leads.ts';
import { setsUpTheLifecycle } from './lifecycle.ts';
import { worksOnTheList } from './list.ts';
import { mergesDuplicates } from './merging.ts';
import { addsFields } from './own-fields.ts';
import { keepsOwnRecords } from './own-records.ts';
import { Person } from './person.ts';
import { relatesPeople } from './relationships.ts';
import { setsUpSelling } from './selling-settings.ts';
import { bringsBack, changesTheModel } from './settings.ts';
import { doesTheTasks, worksBesideOthers } from './tasks.ts';
import { ensureWebApp } from './web-build.ts';

const server = new KithProcess();
let browser: Browser;

beforeAll(async () => {
  await ensureWebApp();
  [browser] = await Promise.all([openBrowser(), server.start()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server.remove();
});

describe.each([
  { screen: 'a desk', widthPx: 1440 },
  { screen: 'a phone', widthPx: 390 },
])('a sales person at $screen ($widthPx px)', ({ widthPx }) => {
  const person = new Person(server, widthPx);
  person.sitDown(() => browser);
  bringsInAFile(person);
  worksOnAContact(person);
  worksOnTheList(person);
  mergesDuplicates(person);
  sellsOnTheBoard(person);
  worksOutTheDeal(person);
  movesTheDealElsewhere(person);
  followsUpALead(person);
  doesTheTasks(person);
  worksBesideOthers(person);
  addsFields(person);
  keepsOwnRecords(person);
  relatesPeople(person);
  bringsBack(person);
  changesTheModel(person);
  setsUpSelling(person);
  setsUpLeads(person);
  setsUpTheLifecycle(person);
  escalates(person);
  looksThroughChanges(person);
  looksAround(person, () => browser);
});
