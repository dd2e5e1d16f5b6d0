/** What kind of value a signal has: how it can be compared. */
export type SignalType = 'text' | 'number' | 'yesNo' | 'words';
export type SignalValue = string | number | boolean | readonly string[] | null | undefined;
/** What is known of somebody, by the names of signals. */
export type Facts = Readonly<Record<string, SignalValue>>;

interface Signal {
  type: SignalType;
  /** In words, for sentences and pages. */
  label: string;
}

const signal = (type: SignalType, label: string): Signal => ({ type, label });

/** What criteria may ask for, beside the fields that a workspace adds (`custom.…` of the person, `account.custom.…` of the company). */
export const signals: Readonly<Record<string, Signal>> = {
  title: signal('text', 'job title'),
  seniority: signal('text', 'seniority'),
  department: signal('text', 'department'),
  country: signal('text', 'country'),
  state: signal('text', 'state'),
  city: signal('text', 'city'),
  leadSource: signal('text', 'lead source'),
  source: signal('text', 'source'),
  lifecycleStage: signal('text', 'life cycle stage'),
  tags: signal('words', 'tags'),
  emailDomain: signal('text', 'domain of the e-mail address'),
  hasBusinessEmail: signal('yesNo', 'a business e-mail address'),
  hasPhone: signal('yesNo', 'a phone number'),
  hasLinkedin: signal('yesNo', 'a LinkedIn profile'),
  hasConsent: signal('yesNo', 'consent'),
  'account.industry': signal('text', 'industry'),
  'account.companySize': signal('text', 'company size'),
  'account.employeeCount': signal('number', 'number of employees'),
  'account.annualRevenue': signal('number', 'annual revenue'),
  'account.revenuePerEmployee': signal('number', 'revenue per employee'),
  'account.country': signal('text', 'country of the company'),
  'account.state': signal('text', 'state of the company'),
  'account.city': signal('text', 'city of the company'),
  'account.domain': signal('text', 'domain of the company'),
  'account.hasWebsite': signal('yesNo', 'a website'),
  'account.hasPhone': signal('yesNo', 'a phone number of the company'),
  'account.isSubsidiary': signal('yesNo', 'a parent company'),
  'account.source': signal('text', 'source of the company'),
  'account.tags': signal('words', 'tags of the company'),
  'account.technologies': signal('words', 'technologies'),
  hasAccount: signal('yesNo', 'a company'),
};

const customSignal = /^(account\.)?custom\.[a-z][A-Za-z0-9]{0,62}$/;

/** A signal by its name; undefined when there is none. The type of one that a workspace has added shows with its value. */
export function signalNamed(name: string): Signal | undefined {
  if (Object.hasOwn(signals, name)) return signals[name];
  return customSignal.test(name) ? { type: 'text', label: name.replace(/^(account\.)?custom\./, '') } : undefined;
}

export const isCustomSignal = (name: string) => customSignal.test(name);
