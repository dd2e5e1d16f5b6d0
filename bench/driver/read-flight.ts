/** How many reads a second each way of reading gives: `node bench/driver/read-flight.ts [seconds a round]`. */
import * as flights from './flights.ts';
import { CONNECTIONS, GET, LIST, rehearse } from './rehearsal.ts';

const ROUNDS = 3;
const ROWS = 5_000;
const seconds = Number(process.argv[2] ?? 3);

const place = await rehearse(ROWS);
const ways: [string, flights.Reads][] = [
  ['pg: bare select (no workspace)', flights.barePg(place.ownerUrl)],
  ['pg: awaited transaction', flights.awaitedPg(place.appUrl)],
  ['pg: pipelined, set_config prepared', flights.pipelinedPg(place.appUrl)],
  ['pg: pipelined, set local with begin', flights.shortPipelinedPg(place.appUrl)],
  ['pg: one Sync, own Submittable', flights.oneSyncPg(place.appUrl)],
  ['pg: one Sync, 3 shared connections', flights.sharedOneSyncPg(place.appUrl)],
  ['postgres.js: bare select', flights.barePostgresJs(place.ownerUrl)],
  ['postgres.js: pipelined', flights.pipelinedPostgresJs(place.appUrl)],
];

async function measure(reads: flights.Reads, text: string, forMs: number): Promise<number> {
  let done = 0;
  const until = performance.now() + forMs;
  const worker = async (number: number) => {
    for (let i = number; performance.now() < until; i += CONNECTIONS) {
      const rows = await reads.read(place.workspaces[i % 8] ?? '', text, 1 + ((i * 7919) % (ROWS - 60)));
      if (rows.length === 0 || rows[0]?.workspace_id !== place.workspaces[i % 8]) throw new Error('A wrong answer.');
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, number) => worker(number)));
  return Math.round((done / forMs) * 1000);
}

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

for (const [name, text] of [
  ['one record', GET],
  ['list of 50', LIST],
] as const) {
  const results = ways.map(() => [] as number[]);
  for (let round = 0; round < ROUNDS + 1; round += 1) {
    for (const [i, [, reads]] of ways.entries()) {
      const perSecond = await measure(reads, text, round === 0 ? 500 : seconds * 1000);
      if (round > 0) results[i]?.push(perSecond);
    }
  }
  const measureOf = median(results[0] ?? []);
  console.log(`\n${name}, ${CONNECTIONS} connections, median of ${ROUNDS} rounds of ${seconds} s`);
  for (const [i, [way]] of ways.entries()) {
    const rate = median(results[i] ?? []);
    console.log(`${way.padEnd(40)} ${String(rate).padStart(7)}/s  ${(rate / measureOf).toFixed(2)}`);
  }
}

await Promise.all(ways.map(([, reads]) => reads.end()));
await place.end();
