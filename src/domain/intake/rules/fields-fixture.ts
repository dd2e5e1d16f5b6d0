import type { ImportField } from './import-field.ts';

const make = (
  type: ImportField['type'],
  name: string,
  label: string,
  aliases: string[] = [],
  more: Partial<ImportField> = {},
): ImportField => ({ name, label, type, aliases, ...more });

/** Fields as contacts have them, for tests. */
export const peopleFields: ImportField[] = [
  make('text', 'name', 'Name', [], { readOnly: true }),
  make('text', 'firstName', 'First name', ['given name', 'first', 'vorname', 'prénom', 'nombre'], { maxLength: 255 }),
  make('text', 'lastName', 'Last name', ['surname', 'family name', 'last', 'nachname', 'nom'], { maxLength: 255 }),
  make('email', 'email', 'E-mail', ['email address', 'mail', 'work email'], { maxLength: 320 }),
  make('phone', 'phone', 'Phone', ['telephone', 'mobile', 'mobile phone', 'telefon', 'tel']),
  make('text', 'title', 'Job title', ['title', 'position', 'job'], { maxLength: 20 }),
  make('text', 'department', 'Department', ['dept', 'service']),
  make('reference', 'accountId', 'Account', ['company', 'company name', 'firma'], { to: 'account' }),
  make('reference', 'reportsToId', 'Reports to', ['manager'], { to: 'contact' }),
  make('user', 'ownerId', 'Owner', ['contact owner']),
  make('text', 'city', 'City', ['town', 'ort']),
  make('country', 'country', 'Country', ['land', 'pays']),
  make('url', 'website', 'Website', ['url', 'homepage']),
  make('url', 'linkedinUrl', 'LinkedIn', ['linkedin url', 'linkedin profile']),
  make('choice', 'lifecycleStage', 'Lifecycle stage', ['stage'], { choices: ['subscriber', 'lead', 'customer'] }),
  make('boolean', 'gdprConsent', 'Consent', ['opt in']),
  make('dateTime', 'gdprConsentDate', 'Consent date', []),
  make('date', 'custom.renewal', 'Renewal', []),
  make('integer', 'custom.seats', 'Seats', [], { minimum: 0 }),
  make('decimal', 'custom.spend', 'Spend', []),
  make('tags', 'tags', 'Tags', ['labels']),
  make('longText', 'custom.notes', 'Notes', []),
  make('json', 'socialLinks', 'Social links', []),
  make('integer', 'leadScore', 'Score', [], { readOnly: true }),
];

/** Fields as accounts have them, for tests. */
export const companyFields: ImportField[] = [
  make('text', 'name', 'Name', ['account', 'account name', 'company', 'company name'], {
    required: true,
    maxLength: 500,
  }),
  make('url', 'website', 'Website', ['url', 'homepage']),
  make('text', 'industry', 'Industry', ['sector']),
  make('integer', 'employeeCount', 'Employees', ['number of employees']),
  make('integer', 'annualRevenue', 'Annual revenue', ['revenue']),
  make('country', 'billingCountry', 'Country', ['office location']),
  make('reference', 'parentAccountId', 'Parent account', ['subsidiary of', 'parent'], { to: 'account' }),
];
