/** How many reads a second each way of reading gives: `node bench/driver/read-flight.ts [seconds a round]`. */
import * as flights from './flights.ts';
import { CONNECTIONS, GET, LIST, rehearse } from './rehearsal.ts';

const ROUNDS = 15;
const ROWS = 5_000;
const seconds = Number(process.argv[2] ?? 0.6);

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

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

for (const [name, text] of [
  ['one record', GET],
  ['list of 50', LIST],
] as const) {
  const results = ways.map(() => ({ perSecond: [] as number[], cpuUs: [] as number[] }));
  // Short rounds in turn, so that what else the machine does hits every way alike.
  for (let round = 0; round < ROUNDS + 1; round += 1) {
    for (const [i, [, reads]] of ways.entries()) {
      const before = process.cpuUsage();
      const perSecond = await measure(reads, text, seconds * 1000);
      const { user, system } = process.cpuUsage(before);
      if (round === 0) continue;
      results[i]?.perSecond.push(perSecond);
      results[i]?.cpuUs.push((user + system) / (perSecond * seconds));
    }
  }
  const bare = median(results[0]?.perSecond ?? []);
  console.log(
    `\n${name}, ${CONNECTIONS} connections, median of ${ROUNDS} rounds of ${seconds} s: reads/s, of bare, CPU of Node a read`,
  );
  for (const [i, [way]] of ways.entries()) {
    const { perSecond, cpuUs } = results[i] ?? { perSecond: [], cpuUs: [] };
    const rate = median(perSecond);
    console.log(
      `${way.padEnd(38)} ${rate.toString().padStart(7)}  ${(rate / bare).toFixed(2)}  ${median(cpuUs).toFixed(0).padStart(4)} µs`,
    );
  }
}

await Promise.all(ways.map(([, reads]) => reads.end()));
await place.end();
