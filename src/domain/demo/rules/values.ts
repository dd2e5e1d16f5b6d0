import type { DemoAccount } from './accounts.ts';
import type { DemoActivity } from './activities.ts';
import type { DemoContact } from './contacts.ts';

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
