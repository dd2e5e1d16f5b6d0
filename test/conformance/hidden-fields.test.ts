import { beforeAll, describe, expect, test } from 'vitest';
import { alwaysSeen, type Field, type FieldAccess, mask, objectNamed } from '#platform/fields';
import { execute, type FileAnswer, forgetAccess, RawJson } from '#platform/operations';
import { type Answer, testWorld } from '#platform/testing';
import { operations } from '../../src/modules.ts';

const world = await testWorld();
const operation = (name: string) => operations.get(name) as never;
const make = (name: string, input: object): Promise<Answer> => world.run(operation(name), input as never);
const rep = { ...world.admin, id: world.ports.ids.next(), name: 'Rita Rep', role: 'rep' };

/** No answer to somebody who may not read the fields may hold one of these. */
const secret = /quetzal|73571/i;
const number = 73571;

/** What can be written into a field of this kind that would be known again; undefined for what can hold no such thing. */
function secretFor({ type, name }: Field): unknown {
  if (name === 'otherEmails') return ['quetzal@quetzal-other.example'];
  if (name === 'otherPhones') return ['+49 30 7357173572'];
  if (type === 'email') return 'quetzal@quetzal-secret.example';
  if (type === 'phone') return '+49 30 7357173571';
  if (type === 'url') return 'https://quetzal-secret.example';
  if (type === 'text' || type === 'longText') return 'Quetzal secret';
  if (type === 'integer' || type === 'number') return number;
  if (type === 'money') return '73571.50';
  return type === 'tags' ? ['quetzal-tag'] : undefined;
}

/** Texts that must be something else than a secret. */
const bound = new Set([
  'currency',
  'timezone',
  'language',
  'preferredLanguage',
  'stage',
  'status',
  'probability',
  'lostReason',
  'rejectionReason',
  'disqualificationReason',
  'forecastCategory',
  'repeat',
  'timeZone',
]);

/** The fields of a kind that a secret is written into, with it. */
function secretsOf(kind: string): Record<string, unknown> {
  const object = objectNamed(kind);
  const open = [...object.fields.values()].filter(
    (field) => !field.readOnly && !field.derived && !bound.has(field.name) && !alwaysSeen(object).has(field.name),
  );
  const pairs = open.map((field) => [field.name, secretFor(field)]).filter(([, value]) => value !== undefined);
  return Object.fromEntries(pairs);
}

async function plant() {
  const field = (object: string, name: string, type: string, more: object = {}) =>
    make('fields.create', { object, name, label: name, type, ...more });
  await field('contact', 'note', 'text');
  await field('contact', 'points', 'number');
  await field('contact', 'twice', 'formula', { formula: 'points * 2 - points' });
  await field('account', 'sum', 'rollup', {
    rollup: { object: 'contact', by: 'accountId', function: 'sum', of: 'custom.points' },
  });
  await make('objects.create', { name: 'planet', label: 'Planet' });
  await field('planet', 'note', 'text');
  const { phone, domain, ...ofAccount } = secretsOf('account');
  const account = await make('accounts.create', { name: 'Works', ...ofAccount });
  const custom = { note: 'Quetzal note', points: number };
  const contact = await make('contacts.create', { lastName: 'Open', accountId: account.id });
  await make('contacts.update', { id: contact.id, ...secretsOf('contact'), customFields: custom });
  const edited = (await make('changes.latest', {})).changeSet.id;
  const deal = await make('deals.create', {
    name: 'Deal',
    accountId: account.id,
    contactId: contact.id,
    currency: 'EUR',
  });
  await make('deals.update', { id: deal.id, ...secretsOf('deal') });
  const lead = await make('leads.create', { contactId: contact.id });
  await make('leads.update', { id: lead.id, ...secretsOf('lead') });
  const product = await make('products.create', { name: 'Thing', ...secretsOf('product') });
  const task = await make('tasks.create', { ...secretsOf('task'), subject: 'Task', contactId: contact.id });
  const activity = await make('activities.create', {
    type: 'note',
    contactId: contact.id,
    description: 'Quetzal words',
  });
  const communication = await make('communications.create', {
    ...{ type: 'email', direction: 'inbound', contactId: contact.id, fromAddress: 'quetzal@example.com' },
    ...{ subject: 'Mail', bodyText: 'Quetzal body' },
  });
  const customRecord = await make('records.create', {
    object: 'planet',
    name: 'Earth',
    customFields: { note: 'Quetzal moon' },
  });
  const pipeline = (await make('pipelines.list', {})).data[0];
  const other = await make('contacts.create', { lastName: 'Open', customFields: { note: 'Quetzal other' } });
  const { changeSet } = await make('changes.latest', {});
  return {
    account,
    contact,
    deal,
    lead,
    product,
    task,
    activity,
    communication,
    customRecord,
    changeSet,
    edited,
    pipeline,
    other,
  };
}

const planted = await plant();
const subjects = planted as unknown as Record<string, { id: string }>;
const hiding = [
  ...['account', 'contact', 'deal', 'lead', 'product', 'task'].flatMap((kind) =>
    Object.keys(secretsOf(kind)).map((name) => `${kind}.${name}`),
  ),
  ...['contact.custom.note', 'contact.custom.points', 'planet.custom.note', 'activity.description'],
  ...['contact.leadScore', 'contact.qualityScore', 'lead.score', 'communication.bodyText', 'communication.fromAddress'],
];

const inputs: Record<string, object> = {
  ...Object.fromEntries(
    ['get', 'history', 'timeline'].map((verb) => [
      `records.${verb}`,
      { object: 'planet', id: planted.customRecord.id },
    ]),
  ),
  'contacts.previewMerge': { ids: [planted.contact.id, planted.other.id] },
  'records.list': { object: 'planet' },
  'records.export': { object: 'planet' },
  'fields.list': { object: 'contact' },
  'changes.preview': { changeSetId: planted.edited },
  'pipelines.metrics': { id: planted.pipeline.id },
  'changes.get': { changeSetId: planted.changeSet.id },
  'relationships.list': { of: planted.contact.id },
  'relationships.graph': { of: planted.contact.id, depth: 3 },
  'routing.log': { leadId: planted.lead.id },
};

async function answerTo(name: string, input: object): Promise<string> {
  const one = operations.get(name);
  if (!one) throw new Error(name);
  try {
    const { output } = await execute(world.ports, one, input, { actor: rep, surface: 'test', requestId: 'walk' });
    if (one.kind !== 'file') return output instanceof RawJson ? output.text : JSON.stringify(output ?? null);
    let text = '';
    for await (const chunk of (output as FileAnswer).chunks) text += chunk;
    return text;
  } catch (error) {
    const { code = String(error), message } = error as { code?: string; message: string };
    return JSON.stringify({ refused: code, message });
  }
}

const inputOf = (name: string) => {
  const { subject = '' } = operations.get(name) ?? {};
  return inputs[name] ?? (subjects[subject] ? { id: subjects[subject].id } : {});
};

async function rule(access: FieldAccess) {
  await make('access.setScopes', { everyone: true });
  await make('access.setFieldRules', {
    roles: { rep: { fields: Object.fromEntries(hiding.map((name) => [name, access])) } },
  });
  forgetAccess(world.ports);
}

const reads = [...operations.values()].filter((one) => one.kind !== 'write').map((one) => one.name);
const lists = ['contacts', 'accounts', 'deals', 'leads', 'products', 'tasks'];

test('to whoever may read the fields the secrets are told, so that the walk means something', async () => {
  await rule('write');
  const telling = ['get', 'list', 'history'].map((verb) => `contacts.${verb}`);
  for (const name of [
    ...telling,
    'contacts.previewMerge',
    'changes.preview',
    'contacts.export',
    'deals.board',
    'deals.timeline',
    'relationships.graph',
  ])
    expect(await answerTo(name, inputOf(name)), name).toMatch(secret);
});

describe.each(['hidden', 'masked'] as const)('%s fields', (access) => {
  beforeAll(() => rule(access));

  test.each(reads)('%s does not tell what they hold', async (name) => {
    const answer = await answerTo(name, inputOf(name));
    expect(answer).not.toMatch(secret);
    expect(answer).not.toMatch(/internal_error|DatabaseError/);
  });

  test('the records as they were do not tell it either', async () => {
    const asOf = world.ports.clock.now().toISOString();
    for (const name of ['contact', 'account', 'deal', 'lead'])
      expect(await answerTo(`${name}s.get`, { id: subjects[name]?.id, asOf })).not.toMatch(secret);
  });

  test('lists are neither filtered, sorted nor searched by them', async () => {
    for (const name of lists) {
      const kind = objectNamed(name.slice(0, -1)).name;
      for (const key of hiding.filter((one) => one.startsWith(`${kind}.`))) {
        const field = key.slice(kind.length + 1);
        for (const request of [{ filter: { [field]: { empty: false } } }, { sort: field }])
          expect(await answerTo(`${name}.list`, request), `${name} ${field}`).toMatch(/"refused":"unknown_field"/);
      }
      for (const q of ['quetzal', '73571', 'uetza'])
        expect(JSON.parse(await answerTo(`${name}.list`, { q, count: 'exact' }))).toEqual({
          data: [],
          page: { total: 0, totalIsExact: true },
        });
    }
  });

  test('what follows from them is not told: scores, tiers, quality, numbers of pipelines, forecasts', async () => {
    for (const name of ['contacts.score', 'contacts.quality', 'leads.score', 'leads.getScore', 'pipelines.metrics'])
      if (operations.has(name)) expect(await answerTo(name, inputOf(name)), name).toMatch(/"refused":"not_allowed"/);
    const { scoreTier, scoreGrade } = JSON.parse(await answerTo('contacts.get', { id: planted.contact.id }));
    const told = access === 'hidden' ? undefined : mask;
    expect([scoreTier, scoreGrade]).toEqual([told, told]);
  });

  test('they cannot be written', async () => {
    const update = async (values: object) =>
      JSON.parse(await answerTo('contacts.update', { id: planted.contact.id, ...values }));
    const own = await update({ title: 'x' });
    const added = await update({ customFields: { note: 'x' } });
    if (access === 'masked') {
      expect([own.refused, added.refused]).toEqual(['not_allowed', 'not_allowed']);
      expect(own.message).toContain("'title'");
      expect(added.message).toContain("'custom.note'");
    } else {
      expect(own).toEqual({ refused: 'validation_failed', message: 'title: there is no such field here' });
      const unknown = await update({ customFields: { nota: 'x' } });
      expect(added.message.replace('note', 'nota')).toBe(unknown.message);
    }
    expect(await update({ tags: ['fine'] })).not.toHaveProperty('title', 'x');
  });
});
