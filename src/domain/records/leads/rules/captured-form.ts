type Form = Readonly<Record<string, unknown>>;

/** Names that forms and other systems give to what Kith calls otherwise, without case, spaces, hyphens and underscores. */
const otherNames: Record<string, string> = {
  firstname: 'firstName',
  givenname: 'firstName',
  fname: 'firstName',
  lastname: 'lastName',
  surname: 'lastName',
  familyname: 'lastName',
  lname: 'lastName',
  name: 'name',
  fullname: 'name',
  email: 'email',
  emailaddress: 'email',
  mail: 'email',
  workemail: 'email',
  phone: 'phone',
  phonenumber: 'phone',
  mobile: 'phone',
  tel: 'phone',
  company: 'company',
  companyname: 'company',
  organization: 'company',
  organisation: 'company',
  title: 'title',
  jobtitle: 'title',
  position: 'title',
  country: 'country',
  industry: 'industry',
  website: 'website',
  url: 'website',
  source: 'source',
  utmsource: 'source',
  leadsource: 'source',
  sourcekey: 'sourceKey',
  externalid: 'sourceKey',
  submissionid: 'sourceKey',
  leadid: 'sourceKey',
  campaign: 'campaign',
  utmcampaign: 'campaign',
  message: 'message',
  comment: 'message',
  comments: 'message',
  enquiry: 'message',
  inquiry: 'message',
};

const longest: Record<string, number> = {
  name: 511,
  email: 320,
  phone: 50,
  company: 500,
  country: 100,
  industry: 100,
  website: 500,
  source: 100,
  message: 20_000,
};

const mostExtras = 50;

/**
 * What a form has sent, as the input of a new lead. Fields go by many names; what nobody knows is kept under `enrichment`, and so is what
 * is too long for its field. Nothing that a form sends is refused for its form.
 */
export function leadOfForm(form: Form): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  const extras: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(form)) {
    if (value === null || value === undefined || value === '') continue;
    const field = otherNames[name.toLowerCase().replace(/[\s_-]/g, '')];
    const text = typeof value === 'string' || typeof value === 'number' ? storable(String(value)).trim() : undefined;
    if (field && text !== undefined && input[field] === undefined && text.length <= (longest[field] ?? 255)) {
      if (text) input[field] = text;
    } else if (Object.keys(extras).length < mostExtras) extras[storable(name).slice(0, 255)] = extra(value);
  }
  return Object.keys(extras).length > 0 ? { ...input, enrichment: extras } : input;
}

function extra(value: unknown): unknown {
  const text = storable(typeof value === 'string' ? value : JSON.stringify(value));
  return text.slice(0, 2000);
}

/** PostgreSQL takes neither NUL nor halves of characters. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
