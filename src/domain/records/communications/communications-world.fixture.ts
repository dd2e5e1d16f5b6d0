import '#domain/identity';
import './module.ts';
import { account } from '#domain/records/accounts';
import { contact } from '#domain/records/contacts';
import { createOperation } from '#platform/records';
import { type Answer, type Refuses, refusalsIn, testWorld, type World } from '#platform/testing';
import { createCommunication } from './operations/create-communication.ts';
import { createTemplate } from './operations/create-template.ts';

export interface CommunicationsWorld extends World {
  company: Answer;
  /** Ana, ana@example.com, of the company. */
  person: Answer;
  /** An e-mail from Ana. */
  mail(values?: object): Promise<Answer>;
  template(values?: object): Promise<Answer>;
  refuses: Refuses;
}

/** A world with a company, somebody who works there, and what is written to and fro. */
export async function communicationsWorld(): Promise<CommunicationsWorld> {
  const world = await testWorld();
  const company = await world.run(createOperation(account), { name: 'Ada GmbH' });
  const person = await world.run(createOperation(contact), {
    firstName: 'Ana',
    email: 'ana@example.com',
    phone: '+49 30 901820',
    accountId: company.id,
  });
  return {
    ...world,
    company,
    person,
    refuses: refusalsIn(world),
    mail: (values = {}) =>
      world.run(createCommunication, {
        type: 'email',
        direction: 'inbound',
        fromAddress: 'ana@example.com',
        subject: 'Hello',
        ...values,
      }),
    template: (values = {}) =>
      world.run(createTemplate, {
        name: 'Welcome',
        type: 'email',
        subject: 'Hello {{contact.firstName|there}}',
        bodyText: 'From {{contact.account}}: {{values.offer}}',
        ...values,
      }),
  };
}
