import type { DemoAccount } from './accounts.ts';
import type { DemoActivity } from './activities.ts';
import type { DemoContact } from './contacts.ts';
import type { DemoDeal } from './deals.ts';
import type { DemoLead } from './leads.ts';

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
export function activityValues(activity: DemoActivity, contactId: string, accountId: string, ownerId: string | null) {
  const at = activity.at.toISOString();
  return {
    type: activity.type,
    subject: activity.subject,
    durationMinutes: activity.durationMinutes,
    occurredAt: at,
    contactId,
    accountId,
    ownerId,
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
    acceptedAt: taken && owned ? at : null,
    closedAt: status === 'disqualified' ? at : null,
    disqualificationReason: lead.disqualificationReason,
    tags: [demoSource],
    createdAt: at,
    updatedAt: at,
  };
}

export interface DealBelongings {
  contactId: string;
  company: string;
  accountId: string;
  ownerId: string | null;
  leadSource: string | null;
  /** The stages of the pipeline, in order. */
  stages: readonly { id: string; kind: 'open' | 'won' | 'lost' }[];
}

/** The fields of a deal in the stage that it has come to; undefined where the pipeline has no such stage. */
export function dealValues(deal: DemoDeal, belongings: DealBelongings) {
  const fitting = belongings.stages.filter((one) => one.kind === deal.outcome);
  const stage = fitting[Math.min(fitting.length - 1, Math.floor(deal.progress * fitting.length))];
  if (!stage) return undefined;
  const closed = deal.outcome === 'open' ? null : deal.since.toISOString();
  return {
    name: `${belongings.company}: ${deal.about}`,
    contactId: belongings.contactId,
    accountId: belongings.accountId,
    ownerId: belongings.ownerId,
    leadSource: belongings.leadSource,
    stageId: stage.id,
    amount: String(deal.amount),
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

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
