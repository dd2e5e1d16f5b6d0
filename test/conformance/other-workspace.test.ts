import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { execute, type FileAnswer, RawJson, takeIn } from '#platform/operations';
import { type Answer, testWorld, type World } from '#platform/testing';
import { operations } from '../../src/modules.ts';

const world = await testWorld();
const operation = (name: string) => operations.get(name) as never;
const make = (name: string, input: object): Promise<Answer> => world.run(operation(name), input as never);

/** A kind of record that the workspace has made, with a record. */
async function plantKind() {
  const customObject = await make('objects.create', { name: 'planet', label: 'Zanzibar planet' });
  const customRecord = await make('records.create', { object: 'planet', name: 'Zanzibar one' });
  return { customObject, customRecord };
}

/** What happens with a contact and what is to be done about it, one of each kind. */
async function plantDeeds(contact: Answer) {
  const activityType = await make('activityTypes.create', { name: 'zanzibar_trip', label: 'Zanzibar trip' });
  const communication = await make('communications.create', {
    type: 'email',
    direction: 'inbound',
    subject: 'zanzibar mail',
    contactId: contact.id,
  });
  const task = await make('tasks.create', { subject: 'zanzibar task', contactId: contact.id });
  const taskRule = await make('taskRules.create', {
    name: 'Zanzibar task rule',
    event: 'deal.won',
    task: { subject: 'zanzibar' },
  });
  const template = await make('templates.create', { name: 'Zanzibar template', type: 'email' });
  return { activityType, communication, task, taskRule, template };
}

/** What hangs on a contact: how it stands to an account, what is said of it, who follows it, a file. */
async function plantWhatHangs(contact: Answer, account: Answer, user: Answer) {
  const relationship = await make('relationships.create', {
    fromId: contact.id,
    toId: account.id,
    type: 'custom',
    label: 'zanzibar',
  });
  const comment = await make('comments.create', { recordId: contact.id, body: 'zanzibar comment' });
  await make('follows.create', { recordId: contact.id, userId: user.id });
  const share = await make('shares.create', { recordId: contact.id, userId: user.id });
  const list = await make('lists.create', { name: 'Zanzibar list', object: 'contact' });
  await make('lists.addMembers', { id: list.id, ids: [contact.id] });
  async function* words() {
    yield Buffer.from('zanzibar words');
  }
  const upload = operations.get('files.upload') as never;
  const taken = await takeIn(world.ports, upload, world.workspaceId, words(), {
    name: 'zanzibar.txt',
    contentType: 'text/plain',
  });
  const file = await make('files.upload', { file: taken, recordId: contact.id });
  return { relationship, comment, share, list, file };
}

/** One record of each kind in the workspace, whose every word a stranger must not see. */
async function plant() {
  const user = await make('users.create', { email: 'zanzibar-user@example.com', firstName: 'Zanzibar', role: 'rep' });
  const team = await make('teams.create', { name: 'Zanzibar team', managerId: user.id });
  const account = await make('accounts.create', { name: 'Zanzibar Works' });
  const contact = await make('contacts.create', {
    firstName: 'Zanzibar',
    email: 'zanzibar@example.com',
    accountId: account.id,
    tags: ['zanzibar-tag'],
  });
  const twin = await make('contacts.create', { firstName: 'Zanzibar twin' });
  const otherAccount = await make('accounts.create', { name: 'Zanzibar Works Ltd' });
  const third = await make('contacts.create', { firstName: 'Zanzibar third' });
  const merge = await make('contacts.merge', { ids: [twin.id, third.id] });
  const pipeline = await make('pipelines.create', { name: 'Zanzibar way' });
  const deal = await make('deals.create', { name: 'Zanzibar deal', pipelineId: pipeline.id, accountId: account.id });
  const stakeholder = await make('deals.addStakeholder', { id: deal.id, contactId: contact.id, role: 'champion' });
  const competitor = await make('deals.addCompetitor', { id: deal.id, name: 'Zanzibar rival' });
  const product = await make('products.create', { name: 'Zanzibar spice' });
  const lineItem = await make('deals.addLineItem', { id: deal.id, name: 'Zanzibar cloves' });
  const currencyRate = await make('currencyRates.create', {
    currency: 'TZS',
    date: '2026-01-01',
    rate: '0.0004',
    source: 'Zanzibar bank',
  });
  const activity = await make('activities.create', { type: 'note', subject: 'zanzibar note', contactId: contact.id });
  const deeds = await plantDeeds(contact);
  const hanging = await plantWhatHangs(contact, account, user);
  const territory = await make('territories.create', { name: 'Zanzibar coast' });
  const routingRule = await make('routingRules.create', {
    name: 'Zanzibar rule',
    action: { kind: 'owner', userId: user.id },
  });
  const escalationRule = await make('escalationRules.create', {
    name: 'Zanzibar escalation',
    when: 'close_date_passed',
    tell: { owner: true },
  });
  const lead = await make('leads.create', { contactId: contact.id, company: 'Zanzibar Works', campaign: 'zanzibar' });
  const view = await make('views.create', { name: 'Zanzibar view', object: 'contact', shared: true });
  const key = await make('apiKeys.create', { name: 'zanzibar key', role: 'rep' });
  const role = await make('roles.create', { name: 'zanzibar', label: 'Zanzibar role' });
  const field = await make('fields.create', {
    object: 'contact',
    name: 'plantedField',
    label: 'Zanzibar field',
    type: 'text',
  });
  async function* file() {
    yield Buffer.from('First name,Email\nZanzibara,zanzibara@example.com\n');
  }
  const stored = {
    ...(await world.ports.files.put(file(), { name: 'zanzibar.csv', contentType: 'text/csv' })),
    name: 'zanzibar.csv',
  };
  const one = await make('imports.create', { file: stored });
  await make('contacts.update', { id: contact.id, title: 'zanzibar title' });
  const { changeSet } = await make('changes.latest', {});
  const scoringModel = await make('scoringModels.create', { name: 'Zanzibar model' });
  const failedEvent = { id: world.ports.ids.next() };
  await world.database.write(world.workspaceId, (tx) =>
    tx.rows(sql`insert into failed_events (id, handler_group, event_id, event_at, error)
      values (${failedEvent.id}, 'zanzibar.handler', ${failedEvent.id}, now(), 'zanzibar error')`),
  );
  return {
    ...(await plantKind()),
    ...deeds,
    twin,
    otherAccount,
    merge,
    scoringModel,
    failedEvent,
    ...hanging,
    territory,
    routingRule,
    escalationRule,
    lead,
    pipeline,
    deal,
    stakeholder,
    competitor,
    product,
    lineItem,
    currencyRate,
    user,
    team,
    account,
    contact,
    activity,
    view,
    key,
    role,
    field,
    import: one,
    changeSet,
  };
}

const planted = await plant();

/** Inputs that name the planted records, for an operation that has no record of its own in `:id`. */
const inputs: Record<string, object> = {
  'apiKeys.revoke': { id: planted.key.id },
  'roles.create': { name: 'own', label: 'Own' },
  'roles.update': { id: planted.role.id, label: 'x' },
  'roles.delete': { id: planted.role.id },
  'changes.get': { changeSetId: planted.changeSet.id },
  'changes.undo': { changeSetId: planted.changeSet.id },
  'changes.preview': { changeSetId: planted.changeSet.id },
  'fields.update': { id: planted.field.id, label: 'x' },
  'fields.convert': { id: planted.field.id, type: 'number' },
  'fields.reorder': { object: 'contact', names: ['plantedField'] },
  'fields.checkFormula': { object: 'contact', formula: '1 + 1' },
  'fields.list': { object: 'contact' },
  ...Object.fromEntries(
    ['list', 'create', 'export', 'get', 'update', 'replace', 'delete', 'restore', 'history', 'timeline'].map((verb) => [
      `records.${verb}`,
      {
        object: 'planet',
        ...(['list', 'create', 'export'].includes(verb) ? {} : { id: planted.customRecord.id }),
        ...(['create', 'replace'].includes(verb) ? { name: 'A' } : {}),
      },
    ]),
  ),
  'records.bulkUpdate': { object: 'planet', ids: [planted.customRecord.id], set: { name: 'x' } },
  'records.bulkDelete': { object: 'planet', ids: [planted.customRecord.id] },
  'objects.create': { name: 'own', label: 'Own' },
  'contacts.bulkUpdate': { ids: [planted.contact.id], set: { title: 'x' } },
  'contacts.bulkDelete': { ids: [planted.contact.id] },
  'accounts.bulkUpdate': { ids: [planted.account.id], set: { industry: 'x' } },
  'accounts.bulkDelete': { ids: [planted.account.id] },
  'contacts.rescore': { ids: [planted.contact.id] },
  'contacts.create': { firstName: 'A', accountId: planted.account.id },
  'accounts.create': { name: 'A', parentAccountId: planted.account.id },
  'accounts.replace': { id: planted.account.id, name: 'A' },
  'leads.create': { contactId: planted.contact.id },
  'leads.capture': { email: 'own@example.com' },
  'leads.assignSome': { id: planted.lead.id },
  'leads.scoreSome': { id: planted.lead.id },
  'leads.bulkUpdate': { ids: [planted.lead.id], set: { title: 'x' } },
  'leads.bulkDelete': { ids: [planted.lead.id] },
  'leads.convertNamed': { id: planted.lead.id },
  'leads.reject': { id: planted.lead.id, reason: 'x' },
  'leads.disqualify': { id: planted.lead.id, reason: 'Spam' },
  'teams.create': { name: 'own', parentId: planted.team.id },
  'territories.create': { name: 'own', ownerId: planted.user.id },
  'routingRules.create': { name: 'own', action: { kind: 'owner', userId: planted.user.id } },
  'routingRules.try': { values: {} },
  'escalationRules.create': { name: 'own', when: 'rotting', tell: { owner: true } },
  'escalationRules.try': { id: planted.escalationRule.id },
  'escalations.list': {},
  'routing.log': { leadId: planted.lead.id },
  'deals.create': { name: 'A', accountId: planted.account.id },
  'deals.replace': { id: planted.deal.id, name: 'A' },
  'deals.bulkUpdate': { ids: [planted.deal.id], set: { nextStep: 'x' } },
  'deals.bulkDelete': { ids: [planted.deal.id] },
  'deals.changeStage': { id: planted.deal.id, stage: 'Proposal' },
  'deals.move': { id: planted.deal.id, pipelineId: planted.pipeline.id, stages: {} },
  'deals.addStakeholder': { id: planted.deal.id, contactId: planted.contact.id, role: 'champion' },
  'deals.addCompetitor': { id: planted.deal.id, name: 'x' },
  'pipelines.setStages': {
    id: planted.pipeline.id,
    stages: [{ name: 'a' }, { name: 'b', kind: 'won' }, { name: 'c', kind: 'lost' }],
  },
  'scoringModels.create': { name: 'own' },
  'scoringModels.rollBack': { id: planted.scoringModel.id, version: 1 },
  'failedEvents.get': { id: planted.failedEvent.id },
  'failedEvents.replay': { id: planted.failedEvent.id },
  'handlers.replay': { name: 'scoring.score', from: '2026-01-01T00:00:00Z' },
  'pipelines.create': { name: 'own' },
  'products.create': { name: 'own' },
  'products.bulkUpdate': { ids: [planted.product.id], set: { family: 'x' } },
  'products.resolve': { name: 'x', productId: planted.product.id },
  'deals.addLineItem': { id: planted.deal.id, name: 'x' },
  'deals.orderLineItems': { id: planted.deal.id, ids: [planted.lineItem.id] },
  'currencyRates.create': { currency: 'CHF', date: '2026-01-01', rate: '1' },
  'activities.create': { type: 'note', contactId: planted.contact.id },
  'activities.logMany': { activities: [{ type: 'note', contactId: planted.contact.id }] },
  'activities.quick': { text: 'a thought', on: planted.contact.id },
  'activities.view': { entityType: 'contact', entityId: planted.contact.id },
  'activityTypes.create': { name: 'own', label: 'Own' },
  'communications.create': { type: 'email', direction: 'inbound', contactId: planted.contact.id },
  'communications.addStep': { id: planted.communication.id, step: 'opened' },
  'tasks.create': { subject: 'own', contactId: planted.contact.id },
  'tasks.replace': { id: planted.task.id, subject: 'x' },
  'tasks.bulkUpdate': { ids: [planted.task.id], set: { subject: 'x' } },
  'tasks.bulkDelete': { ids: [planted.task.id] },
  'taskRules.create': { name: 'own', event: 'deal.won', task: { subject: 'own' } },
  'templates.create': { name: 'own', type: 'email' },
  'activities.update': { id: planted.activity.id, type: 'call' },
  'relationships.create': { fromId: planted.contact.id, toId: planted.account.id, type: 'partner' },
  'relationships.list': { of: planted.contact.id },
  'relationships.graph': { of: planted.contact.id },
  'comments.create': { recordId: planted.contact.id, body: 'x' },
  'comments.list': { of: planted.contact.id },
  'follows.create': { recordId: planted.contact.id },
  'follows.delete': { recordId: planted.contact.id },
  'follows.followers': { recordId: planted.contact.id },
  'shares.create': { recordId: planted.contact.id, role: 'rep' },
  'shares.list': { of: planted.contact.id },
  'files.upload': { file: { key: 'x', name: 'x', size: 1, sha256: 'x' }, recordId: planted.contact.id },
  'files.list': { of: planted.contact.id },
  'files.setPermissions': { id: planted.file.id, access: 'owner' },
  'files.restoreVersion': { id: planted.file.id, number: 1 },
  'lists.create': { name: 'mine', object: 'contact' },
  'lists.addMembers': { id: planted.list.id, ids: [planted.contact.id] },
  'lists.removeMembers': { id: planted.list.id, ids: [planted.contact.id] },
  'tags.rename': { tag: 'zanzibar-tag', to: 'x' },
  'tags.merge': { tags: ['zanzibar-tag'], into: 'x' },
  'tags.delete': { tags: ['zanzibar-tag'] },
  'views.create': { name: 'mine', object: 'contact' },
  'users.create': { email: 'own@example.com', role: 'rep' },
  'apiKeys.create': { name: 'own', role: 'rep' },
  'contacts.merge': { ids: [planted.contact.id, planted.twin.id] },
  'contacts.previewMerge': { ids: [planted.contact.id, planted.twin.id] },
  'accounts.merge': { ids: [planted.account.id, planted.otherAccount.id] },
  'accounts.previewMerge': { ids: [planted.account.id, planted.otherAccount.id] },
  'merges.get': { id: planted.merge.id },
  'merges.questions': { id: planted.merge.id },
  'merges.undo': { id: planted.merge.id },
  'fields.create': { object: 'contact', name: 'own', label: 'Own', type: 'text' },
  'imports.create': { uploadId: `up_${'0'.repeat(32)}` },
  'imports.preview': {},
};

const subjects = planted as unknown as Record<string, { id: string }>;

function inputOf(name: string, subject: string | undefined): object {
  return inputs[name] ?? (subject ? { id: subjects[subject]?.id } : {});
}

async function answerTo(name: string, w: World): Promise<string> {
  const one = operations.get(name);
  if (!one) throw new Error(name);
  try {
    const { output } = await execute(w.ports, one, inputOf(name, one.subject), {
      actor: w.stranger,
      surface: 'test',
      requestId: 'walk',
    });
    if (one.kind !== 'file') return output instanceof RawJson ? output.text : JSON.stringify(output ?? null);
    let text = '';
    for await (const chunk of (output as FileAnswer).chunks) text += chunk;
    return text;
  } catch (error) {
    return JSON.stringify({
      refused: (error as { code?: string }).code ?? String(error),
      message: String((error as Error).message),
    });
  }
}

const walked = [...operations.values()].filter((one) => one.route).map((one) => one.name);

test.each(walked)('%s tells another workspace nothing', async (name) => {
  const answer = await answerTo(name, world);
  expect(answer).not.toMatch(/zanzibar/i);
  expect(answer).not.toMatch(/internal_error|DatabaseError/);
  const { subject } = operations.get(name) ?? {};
  if (subject) expect(JSON.parse(answer)).toMatchObject({ refused: 'not_found' });
});

test('after the walk everything is as it was', async () => {
  expect(await make('contacts.get', { id: planted.contact.id })).toMatchObject({
    firstName: 'Zanzibar',
    title: 'zanzibar title',
    deletedAt: null,
  });
  expect(await make('accounts.get', { id: planted.account.id })).toMatchObject({
    name: 'Zanzibar Works',
    industry: null,
  });
  expect(
    (await make('fields.list', { object: 'contact' })).data.map((field: { name: string }) => field.name),
  ).toContain('custom.plantedField');
});
