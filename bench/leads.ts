import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  atLeast,
  atMost,
  type Figure,
  kith,
  load,
  oneAtATime,
  type Server,
  startServer,
  temporaryHome,
  untilSettled,
} from './kit.ts';

// Leads over HTTP beside a demo of 50,000 contacts, with rules that share them among ten people: taken in, scored, listed, converted.
const contacts = 50_000;
const samples = 300;

type Ask = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;

function asking({ url }: Server, key: string): Ask {
  return async <Answer>(method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
}

async function prepare(ask: Ask): Promise<void> {
  await ask('POST', '/demo', { contacts });
  while ((await ask<{ status: string }>('GET', '/demo')).status !== 'ready') await pause(500);
  const members: { userId: string; weight: number }[] = [];
  for (let index = 0; index < 10; index += 1) {
    const user = { email: `seller${index}@example.com`, firstName: `Seller ${index}`, role: 'rep' };
    const { id } = await ask<{ id: string }>('POST', '/users', user);
    members.push({ userId: id, weight: 1 + (index % 3) });
  }
  const conditions = { country: { in: ['DE', 'AT', 'CH'] } };
  await ask('POST', '/routing-rules', { name: 'German', conditions, action: { kind: 'roundRobin', members } });
  await ask('POST', '/routing-rules', { name: 'Rest', action: { kind: 'roundRobin', members } });
}

const lead = (mark: string, index: number) => ({
  ...{ firstName: 'Bench', lastName: `Number ${index}`, email: `${mark}.${index}@lead${index % 5000}.example` },
  ...{ company: `Lead ${index % 5000} AG`, title: index % 3 ? 'CTO' : 'Clerk', country: index % 2 ? 'DE' : 'FR' },
  ...{ source: 'bench', campaign: `Campaign ${index % 20}`, message: 'We would like to know more.' },
});

async function figuresOf(server: Server, home: string, key: string, ask: Ask): Promise<Figure[]> {
  const next = (mark: string) => (index: number) => ({ path: '/api/v1/leads', body: lead(mark, index) });
  const posting = { url: server.url, key, method: 'POST' as const };
  // The first requests are spent on being compiled.
  await load({ ...posting, next: next('cold'), seconds: 3 });
  const posted = await load({ ...posting, next: next('warm') });
  await untilSettled(home);
  const made: string[] = [];
  const oneMs = await oneAtATime(samples, async (index) => {
    made.push((await ask<{ id: string }>('POST', '/leads', lead('single', index))).id);
  });
  const convertMs = await oneAtATime(samples, (index) =>
    ask('POST', `/leads/${made[index]}/convert`, { amount: '1250.50', currency: 'EUR' }),
  );
  const open = encodeURIComponent(JSON.stringify({ closedAt: { empty: true } }));
  const inboxMs = await oneAtATime(samples, () => ask('GET', `/leads?limit=60&filter=${open}`));
  const inbox = await ask<{ data: { id: string }[] }>('GET', `/leads?limit=60&filter=${open}`);
  const scoreMs = await oneAtATime(samples, (index) => ask('POST', `/leads/${inbox.data[index % 60]?.id}/score`));
  return [
    atLeast('POST /leads, each with a contact, routed', posted.perSecond, 150),
    atMost('POST /leads one at a time, p95', oneMs, 30),
    atMost('conversion, p95', convertMs, 30),
    atMost('inbox of 60 open leads, p95', inboxMs, 20),
    atMost('score of a lead with its reasons, p95', scoreMs, 200),
    atMost('leads that were refused', posted.failed, 0, ''),
  ];
}

/** The figures of leads, each beside its limit. */
export async function benchLeads(): Promise<Figure[]> {
  const { home, remove } = temporaryHome();
  const server = await startServer(home);
  try {
    const key = await kith(home, 'key', 'create', '--name', 'bench', '--role', 'admin');
    const ask = asking(server, key);
    await prepare(ask);
    await untilSettled(home);
    return await figuresOf(server, home, key, ask);
  } finally {
    await server.stop();
    await remove();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const figures = await benchLeads();
  for (const { what, figure, limit, ok } of figures)
    console.log(`${ok ? ' ' : '✗'} ${what.padEnd(62)} ${figure.padStart(10)}   ${limit}`);
  process.exitCode = figures.every(({ ok }) => ok) ? 0 : 1;
}
