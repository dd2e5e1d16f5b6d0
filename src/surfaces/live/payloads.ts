import { contact } from '#domain/records/contacts';
import { definePayload } from '#platform/events';
import { publicId } from '#platform/ids';
import { currentValues, isRead, seenBy } from '#platform/records';

/** A contact that has an address to look it up by, and lacks what would be found. */
function shouldEnrich(values: Record<string, unknown>): boolean {
  return Boolean(values.email) && !(values.title && values.accountId);
}

definePayload('crm.contact.created', async (context, recordIds) => {
  const [stored, { narrowed }] = await Promise.all([
    currentValues(context, contact, recordIds),
    seenBy(context, contact),
  ]);
  return new Map(
    recordIds.map((id) => {
      const values = stored.get(id);
      const contactId = publicId(contact.prefix, id);
      // Deleted since: that it was created is still true, and more is nobody's business.
      if (!values || values.deletedAt) return [id, { contactId, email: null, source: null, shouldEnrich: false }];
      const shown = (name: string) =>
        narrowed.has(name) && !isRead(narrowed.get(name)) ? null : (values[name] ?? null);
      const [email, source] = [shown('email'), shown('source')];
      return [id, { contactId, email, source, shouldEnrich: shouldEnrich(values) }];
    }),
  );
});
