import '#domain/identity';
import './module.ts';
import { account } from '#domain/records/accounts';
import { contact } from '#domain/records/contacts';
import { createOperation } from '#platform/records';
import { type Answer, testWorld, type World } from '#platform/testing';

export interface ActivitiesWorld extends World {
  company: Answer;
  person: Answer;
  /** A contact of the other workspace. */
  foreigner: Answer;
}

/** A world with a company, somebody who works there, and somebody in another workspace. */
export async function activitiesWorld(): Promise<ActivitiesWorld> {
  const world = await testWorld();
  const company = await world.run(createOperation(account), { name: 'Ada GmbH' });
  const person = await world.run(createOperation(contact), { firstName: 'Ana', accountId: company.id });
  const foreigner = await world.run(createOperation(contact), { firstName: 'Eve' }, { actor: world.stranger });
  return { ...world, company, person, foreigner };
}
