import { defineHandler, type LoggedEvent } from '#platform/events';
import { parseId } from '#platform/ids';
import { asksFacts } from '../rules/criteria/extras.ts';
import { scheduleRescore } from '../schedule.ts';
import { chunkSize, scoreContacts } from '../score-contacts.ts';
import { contactIds, contactsOfDeals } from '../store/candidates.ts';
import { activeModel } from '../store/models.ts';

const contactFacts = new Set(['title', 'department', 'country', 'accountId', 'scoreOverride']);
const accountFacts = new Set(['industry', 'employeeCount', 'annualRevenue', 'billingCountry']);

const dealFacts = new Set(['contactId', 'probability', 'status', 'stageId']);
const factsOf: Record<string, ReadonlySet<string>> = { account: accountFacts, deal: dealFacts };

/** Whether an event tells of a field that scores are made of; one that does not say which fields may. */
function touches(event: LoggedEvent, facts: ReadonlySet<string>): boolean {
  const { fields } = event.data;
  return !Array.isArray(fields) || fields.some((name) => facts.has(String(name)));
}

/** Scores contacts when something has happened that their score is made of. */
export const scoreChanges = defineHandler({
  name: 'scoring.score',
  summary: 'Scores contacts anew when they, their account, a deal of theirs or what they have done changes.',
  on: [
    'crm.contact.created',
    'crm.contact.updated',
    'crm.contact.restored',
    'crm.account.updated',
    'crm.account.deleted',
    'crm.account.restored',
    'crm.activity.logged',
    'crm.activity.corrected',
    'crm.deal.created',
    'crm.deal.stage_changed',
    'crm.deal.contact_changed',
    'crm.deal.updated',
    'crm.deal.deleted',
    'crm.deal.restored',
  ],
  // Those who are created and those with whom something happened are often the same: the more of them in a batch, the fewer are scored twice.
  batchSize: 2 * chunkSize,
  async run(context, events) {
    const created = new Set<string>();
    const contacts = new Set<string>();
    const accounts = new Set<string>();
    const deals = new Set<string>();
    const active = await activeModel(context);
    const every = asksFacts(active.model);
    for (const event of events) {
      const facts = factsOf[event.object ?? ''] ?? contactFacts;
      // Criteria may ask for any field.
      if (event.type.endsWith('.updated') && !(every && facts !== dealFacts) && !touches(event, facts)) continue;
      const about = event.object === 'account' ? accounts : event.object === 'deal' ? deals : contacts;
      // With whom a deal was cannot be seen from the deal any more.
      const left = event.data.fromContactId;
      if (typeof left === 'string') contacts.add(parseId('ct', left));
      for (const id of event.recordIds) {
        about.add(id);
        if (event.type === 'crm.contact.created') created.add(id);
      }
    }
    for (const id of await contactsOfDeals(context.tx, [...deals])) contacts.add(id);
    if (accounts.size > 0) {
      const accountIds = [...accounts];
      const people = await contactIds(context.tx, { accountIds }, chunkSize + 1);
      if (people.length > chunkSize) scheduleRescore(context, accountIds);
      else for (const id of people) contacts.add(id);
    }
    const ids = [...contacts].sort();
    for (let at = 0; at < ids.length; at += chunkSize)
      await scoreContacts(context, ids.slice(at, at + chunkSize), created, active);
  },
});
