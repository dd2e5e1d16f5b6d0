import type { Field, ObjectName } from '../../data/catalogue.ts';
import { recordTexts } from '../../texts/index.ts';

export interface Section {
  title: string;
  fields: Field[];
}

const order: Record<ObjectName, { title: string; names: string[] }[]> = {
  contact: [
    { title: recordTexts.sections.reach, names: ['email', 'phone', 'linkedinUrl', 'website', 'twitterHandle'] },
    { title: recordTexts.sections.work, names: ['accountId', 'title', 'department'] },
    { title: recordTexts.sections.selling, names: ['ownerId', 'lifecycleStage', 'leadSource', 'tags'] },
    { title: recordTexts.sections.address, names: ['street', 'postalCode', 'city', 'state', 'country'] },
    { title: recordTexts.sections.consent, names: ['gdprConsent', 'gdprConsentDate'] },
  ],
  account: [
    {
      title: recordTexts.sections.company,
      names: ['website', 'domain', 'industry', 'companySize', 'employeeCount', 'annualRevenue'],
    },
    { title: recordTexts.sections.selling, names: ['ownerId', 'parentAccountId', 'tags'] },
    { title: recordTexts.sections.reach, names: ['phone'] },
    {
      title: recordTexts.sections.address,
      names: ['billingStreet', 'billingPostalCode', 'billingCity', 'billingState', 'billingCountry'],
    },
  ],
};

const elsewhere = new Set([
  'name',
  'leadScore',
  'scoreTier',
  'qualityScore',
  'customFields',
  'deletedAt',
  'mergedIntoId',
  'id',
  'version',
]);
const origin = ['source', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy'];

/** The catalogue's fields in the groups in which people look for them; what no group names stands under "More". */
export function sectionsOf(object: ObjectName, fields: readonly Field[]): Section[] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const pick = (names: readonly string[]) =>
    names.map((name) => byName.get(name)).filter((field) => field !== undefined);
  const named = object === 'contact' ? ['firstName', 'lastName'] : ['name'];
  const taken = new Set([...elsewhere, ...origin, ...order[object].flatMap((section) => section.names), ...named]);
  const rest = fields.filter((field) => !taken.has(field.name) && field.type !== 'json' && field.type !== 'id');
  return [
    ...order[object].map(({ title, names }) => ({ title, fields: pick(names) })),
    { title: recordTexts.sections.name, fields: pick(named) },
    { title: recordTexts.sections.more, fields: rest },
    { title: recordTexts.sections.origin, fields: pick(origin) },
  ].filter((section) => section.fields.length > 0);
}
