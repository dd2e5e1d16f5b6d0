import '#domain/identity';
import { expect, test } from 'vitest';
import { activity } from '#domain/records/activities';
import { contact } from '#domain/records/contacts';
import { leadsModule } from '#domain/records/leads';
import { task } from '#domain/records/tasks';
import type { AnyOperation } from '#platform/operations';
import { createOperation } from '#platform/records';
import { refusalsIn, testWorld } from '#platform/testing';
import { contactTimeline } from './contact-timeline.ts';
import { leadTimeline } from './lead-timeline.ts';

const world = await testWorld();
const createLead = leadsModule.operations?.find(({ name }) => name === 'leads.create') as AnyOperation;
const person = await world.run(createOperation(contact), { firstName: 'Ana' });
const { id } = await world.run(createLead, { contactId: person.id, company: 'Ada GmbH' });

test('what is about a lead is on its timeline and on that of its contact', async () => {
  await world.run(createOperation(activity), { type: 'call', leadId: id });
  await world.run(createOperation(task), { subject: 'Call again', leadId: id });
  const kindsOf = (page: { data: { kind: string }[] }) => page.data.map(({ kind }) => kind).sort();
  expect(kindsOf(await world.run(leadTimeline, { id }))).toEqual(['activity', 'created', 'task']);
  expect(kindsOf(await world.run(contactTimeline, { id: person.id }))).toEqual(['activity', 'created', 'task']);
});

test('it is refused without the permission, with wrong input and to another workspace', async () => {
  await refusalsIn(world)(leadTimeline, { id });
});
