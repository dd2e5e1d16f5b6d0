import type { DemoAccount } from './accounts.ts';
import type { DemoActivity } from './activities.ts';
import type { DemoContact } from './contacts.ts';
import type { DemoProduct } from './deal-parts.ts';
import type { DemoDeal } from './deals.ts';
import type { DemoLead } from './leads.ts';
import type { DemoTask } from './tasks.ts';

/** By this everybody sees where a record of the demo came from. */
const demoSource = 'demo';

/** The fields of an account. */
export function accountValues(account: DemoAccount, parentId: string | null, ownerId: string | null) {
  const { name, domain, website, industry, employeeCount, companySize, annualRevenue, phone } = account;
  const at = account.createdAt.toISOString();
  return {
    name,
    domain,
    website,
    industry,
    employeeCount,
    companySize,
    annualRevenue,
    phone,
    billingStreet: account.street,
    billingCity: account.city,
    billingState: account.state,
    billingPostalCode: account.postalCode,
    billingCountry: account.country,
    parentAccountId: parentId,
    ownerId,
    source: demoSource,
    createdAt: at,
    updatedAt: at,
  };
}

/** The fields of a contact. */
export function contactValues(contact: DemoContact, accountId: string, ownerId: string | null) {
  const { firstName, lastName, email, phone, title, department, city, country, leadSource, lifecycleStage } = contact;
  const at = contact.createdAt.toISOString();
  return {
    firstName,
    lastName,
    email,
    phone,
    title,
    department,
    city,
    country,
    leadSource,
    lifecycleStage,
    gdprConsent: contact.gdprConsent,
    gdprConsentDate: contact.gdprConsentDate?.toISOString() ?? null,
    accountId,
    ownerId,
    source: demoSource,
    createdAt: at,
    updatedAt: at,
  };
}

/** The fields of an activity. */
export function activityValues(
  activity: DemoActivity,
  belongings: { contactId: string; accountId: string; dealId?: string; ownerId: string | null },
) {
  const at = activity.at.toISOString();
  return {
    type: activity.type,
    subject: activity.subject,
    durationMinutes: activity.durationMinutes,
    occurredAt: at,
    ...belongings,
    createdAt: at,
    updatedAt: at,
  };
}

const dayMs = 86_400_000;

/** Whom a lead of the demo is about, and whose it is. */
export interface LeadBelongings {
  contact: DemoContact;
  contactId: string;
  company: string;
  accountId: string;
  ownerId: string | null;
  now: Date;
}

/** The fields of a lead, its whole way so far included. Where nobody owns the demo nobody has taken a lead either. */
export function leadValues(lead: DemoLead, belongings: LeadBelongings) {
  const { contact, ownerId, now } = belongings;
  const status = ownerId || lead.status === 'disqualified' ? lead.status : 'new';
  const at = lead.at.toISOString();
  const answeredAt = (lead.answeredAt ?? lead.at).toISOString();
  const dueAt = new Date(lead.at.getTime() + dayMs);
  const owned = status === 'new' ? null : ownerId;
  const taken = status !== 'new' && status !== 'assigned';
  return {
    contactId: belongings.contactId,
    accountId: belongings.accountId,
    firstName: contact.firstName,
    lastName: contact.lastName,
    email: contact.email,
    phone: contact.phone,
    title: contact.title,
    country: contact.country,
    company: belongings.company,
    source: contact.leadSource,
    campaign: lead.campaign,
    message: lead.message,
    status,
    ownerId: owned,
    assignedAt: owned && at,
    assignedBecause: owned && 'It was assigned for the demo.',
    slaDueAt: dueAt.toISOString(),
    overdueAt: taken || dueAt > now ? null : dueAt.toISOString(),
    acceptedAt: taken && owned ? answeredAt : null,
    closedAt: status === 'disqualified' ? answeredAt : null,
    disqualificationReason: lead.disqualificationReason,
    tags: [demoSource],
    createdAt: at,
    updatedAt: answeredAt,
  };
}

export interface DealBelongings {
  contactId: string;
  company: string;
  accountId: string;
  ownerId: string | null;
  leadSource: string | null;
  stageId: string;
  /** The sum of its line items; undefined where it has none. */
  total: string | undefined;
}

/** The fields of a deal in the stage that it has come to. */
export function dealValues(deal: DemoDeal, { company, total, ...belongings }: DealBelongings) {
  const closed = deal.outcome === 'open' ? null : deal.since.toISOString();
  return {
    ...belongings,
    name: `${company}: ${deal.about}`,
    amount: total ?? String(deal.amount),
    amountFromItems: total !== undefined,
    nextStep: deal.nextStep,
    createdDate: dayOf(deal.at),
    closeDate: dayOf(deal.closeAt),
    closedAt: closed,
    lostReason: deal.outcome === 'lost' ? deal.lostReason : null,
    stageSince: deal.since.toISOString(),
    source: demoSource,
    tags: [demoSource],
    createdAt: deal.at.toISOString(),
    updatedAt: deal.since.toISOString(),
  };
}

/** The fields of a product. */
export function productValues(product: DemoProduct) {
  return { ...product, source: demoSource, tags: [demoSource] };
}

/** Whom a task of the demo is about, and who is to do it. */
export interface TaskBelongings {
  contactId: string;
  accountId: string;
  dealId?: string;
  leadId?: string;
  ownerId: string | null;
}

/** The fields of a task. */
export function taskValues(task: DemoTask, { ownerId, ...about }: TaskBelongings) {
  return {
    ...about,
    subject: task.subject,
    priority: task.priority,
    status: task.doneAt ? 'done' : 'open',
    dueOn: dayOf(task.dueAt),
    completedAt: task.doneAt?.toISOString() ?? null,
    assigneeId: ownerId,
    createdAt: task.at.toISOString(),
    updatedAt: (task.doneAt ?? task.at).toISOString(),
  };
}

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
