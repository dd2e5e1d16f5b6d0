import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectBooksToAgree, openOffice, summaryOf } from './books.ts';
import { KithProcess } from './kith-process.ts';
import { killsWithin } from './patience.ts';
import { Random, seedOf } from './random.ts';

const kills = 20;
const random = new Random(seedOf('killed writes'));
const server = new KithProcess();

beforeAll(() => server.start());
afterAll(() => server.remove());

it(`keeps every acknowledged write once, however often the server is killed (${kills} times)`, async () => {
  const office = await openOffice(server, 'Writers', 5, random);
  let going = true;
  const load = Promise.all(office.writers.map((writer) => writer.run(() => going)));
  // A writer that is refused is told when all are awaited, and not while the server is being killed.
  load.catch(() => undefined);
  const patience = killsWithin(45_000);
  let kill = 0;
  for (; kill < kills && patience(); kill += 1) {
    // One kill in five hits a server that is just starting.
    const whileStarting = kill % 5 === 4;
    await sleep(whileStarting ? random.below(1000) : 100 + random.below(300));
    await (random.below(4) === 0 ? server.cutPower() : server.kill());
    server.launch();
    if (kill % 5 !== 3) await server.ready();
  }
  await server.ready();
  going = false;
  await load;
  await expectBooksToAgree(server, office);
  console.info(`${kill} times killed; ${summaryOf(office)}`);
  expect(office.writers.some((writer) => writer.repeated > 0)).toBe(true);
}, 180_000);
