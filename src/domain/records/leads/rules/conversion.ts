type Values = Readonly<Record<string, unknown>>;

/** A contact as it stands when its lead is converted. */
export type ContactOnConversion = Values;

const taken = ['firstName', 'lastName', 'phone', 'title', 'country', 'accountId', 'ownerId'];

/** What a contact learns from its converted lead: only what was empty, and that it is an opportunity, if it stands in a stage of life before that. */
export function filledIn(
  contact: ContactOnConversion,
  lead: Values,
  beforeOpportunity: readonly string[],
): Record<string, unknown> {
  const set: Record<string, unknown> = {};
  const nameless = !contact.firstName && !contact.lastName;
  for (const name of taken) {
    const isName = name === 'firstName' || name === 'lastName';
    if (lead[name] && !contact[name] && (!isName || nameless)) set[name] = lead[name];
  }
  if (beforeOpportunity.includes(String(contact.lifecycleStage))) set.lifecycleStage = 'opportunity';
  return set;
}
