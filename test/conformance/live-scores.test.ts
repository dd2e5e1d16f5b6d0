import { afterAll, expect, test, vi } from 'vitest';
import { startHandlers } from '#platform/handlers';
import { createHttpServer } from '#platform/http';
import { createLog } from '#platform/log';
import { type Answer, testWorld } from '#platform/testing';
import { addLiveRoute } from '#surfaces/live';
import { handlers, operations } from '../../src/modules.ts';

const world = await testWorld();
const log = createLog({ level: 'silent' });
const server = await createHttpServer({ log, trustProxy: false, corsOrigins: [] });
addLiveRoute(server, { ports: world.ports, log, authenticate: async () => world.admin });
const running = await startHandlers({
  ports: world.ports,
  handlers,
  onError: (error) => {
    throw error;
  },
});
const base = `${await server.listen({ port: 0, host: '127.0.0.1' })}/api/v1/events`;
afterAll(async () => {
  await running.stop();
  await server.close();
});

const run = (name: string, input: object): Promise<Answer> => world.run(operations.get(name) as never, input as never);

interface Told {
  type: string;
  data: Record<string, unknown>;
}

/** Reads the stream until it is told to stop, and keeps what it was told. */
async function listen(url: string): Promise<{ heard: Told[]; stop(): void }> {
  const abort = new AbortController();
  const { body } = await fetch(url, { signal: abort.signal });
  const heard: Told[] = [];
  const read = async () => {
    let text = '';
    for await (const chunk of body ?? []) {
      text += Buffer.from(chunk as Uint8Array).toString();
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data) heard.push(JSON.parse(data) as Told);
      }
    }
  };
  read().catch(() => undefined);
  return { heard, stop: () => abort.abort() };
}

test('whoever looks on sees a contact become HOT, then SALES_READY, within moments', async () => {
  const account = await run('accounts.create', {
    name: 'Ada GmbH',
    industry: 'Software',
    employeeCount: 400,
    annualRevenue: 60_000_000,
  });
  const person = { firstName: 'Ana', title: 'CEO', department: 'Management', accountId: account.id };
  const { id } = await run('contacts.create', person);
  await running.idle();
  const reader = await listen(`${base}?types=crm.contact.tier_changed,lead.qualified,notification.urgent`);
  const beganMs = performance.now();
  for (const type of ['demo_request', 'trial_signup', 'meeting', 'meeting', 'event_attendance', 'email_reply'])
    await run('activities.create', { type, contactId: id });
  await vi.waitFor(() => expect(reader.heard.at(-1)?.data).toMatchObject({ kind: 'lead_qualified' }), 15_000);
  const tookMs = performance.now() - beganMs;
  reader.stop();
  const steps = reader.heard.filter(({ type }) => type === 'crm.contact.tier_changed').map(({ data }) => data);
  expect(steps[0]).toMatchObject({ previousTier: 'COLD' });
  expect(steps.at(-1)).toMatchObject({ tier: 'SALES_READY' });
  // Some 300 ms on a quiet machine; the rest is room for a busy one.
  expect(tookMs).toBeLessThan(10_000);
  const types = await world.eventTypes();
  expect(types).toContain('crm.lead.qualified');
  expect(types).toContain('notification.urgent');
});
