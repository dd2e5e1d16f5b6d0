import {
  normaliseCompanyName,
  normaliseCountry,
  normalisePhone,
  normaliseUrl,
  registrableDomain,
} from '#domain/matching';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { defineKind, type RecordDraft } from '#platform/records';
import { account } from './fields.ts';
import { ancestorsOf } from './store/hierarchy.ts';

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
    if (url?.problem)
      throw new Problem('validation_failed', {
        detail: url.problem,
        mistakes: [{ path: 'website', message: url.problem }],
      });
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

/** A ring of parents would never end: an account may not stand above itself. */
async function refuseRing(context: Context, draft: RecordDraft): Promise<void> {
  const parent = draft.set.parentAccountId;
  if (typeof parent !== 'string' || !draft.before) return;
  if (parent !== draft.id && !(await ancestorsOf(context.tx, parent)).includes(draft.id)) return;
  throw new Problem('conflict', {
    detail: `${publicId('ac', parent)} stands below this account, so it cannot be its parent.`,
    mistakes: [{ path: 'parentAccountId', message: 'would make a ring' }],
  });
}

/** What is special about accounts: the key of their name, their domain, and no rings of parents. */
defineKind({
  object: account,
  async prepare(context, drafts) {
    for (const draft of drafts) {
      normalise(draft);
      await refuseRing(context, draft);
    }
  },
});
