import {
  normaliseCompanyName,
  normaliseCountry,
  normalisePhone,
  normaliseUrl,
  registrableDomain,
} from '#domain/matching';
import { Problem } from '#platform/errors';
import { defineKind, type RecordDraft, refuseRings } from '#platform/records';
import { account } from './fields.ts';

const longestWebsite = 500;

function refuseWebsite(message: string): never {
  throw new Problem('validation_failed', { detail: message, mistakes: [{ path: 'website', message }] });
}

function normalise(draft: RecordDraft): void {
  const { set } = draft;
  if (typeof set.name === 'string') {
    const name = normaliseCompanyName(set.name);
    set.name = set.name.trim().replace(/\s+/g, ' ');
    if (set.name === '')
      throw new Problem('validation_failed', {
        detail: 'An account needs a name.',
        mistakes: [{ path: 'name', message: 'must not be empty' }],
      });
    draft.columns.name_key = name.value?.key || null;
  }
  if (typeof set.website === 'string') {
    const url = set.website.trim() ? normaliseUrl(set.website) : undefined;
    if (url?.problem) refuseWebsite(url.problem);
    if (url?.value && url.value.length > longestWebsite)
      refuseWebsite(`A web address has ${longestWebsite} characters at most.`);
    set.website = url?.value ?? null;
    if (url?.value && set.domain === undefined && !draft.before?.domain)
      set.domain = registrableDomain(url.value) ?? null;
  }
  if (typeof set.domain === 'string')
    set.domain = registrableDomain(set.domain) ?? (set.domain.trim().toLowerCase() || null);
  if (typeof set.billingCountry === 'string')
    set.billingCountry = normaliseCountry(set.billingCountry).value ?? (set.billingCountry.trim() || null);
  if (typeof set.phone === 'string') {
    const country = (set.billingCountry ?? draft.before?.billingCountry) as string | null | undefined;
    set.phone = normalisePhone(set.phone, country ?? undefined).value?.value ?? (set.phone.trim() || null);
  }
}

/** What is special about accounts: the key of their name, their domain, and no rings of parents. */
defineKind({
  object: account,
  async prepare(context, drafts) {
    for (const draft of drafts) normalise(draft);
    await refuseRings(context, account, 'parentAccountId', drafts);
  },
});
