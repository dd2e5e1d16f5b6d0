import { z } from 'zod';
import {
  type ContactFacts,
  normaliseEmail,
  normalisePhone,
  type Quality,
  type QualityCode,
  qualityOf,
} from '#domain/matching';
import { contact } from '#domain/records/contacts';
import type { Values } from '#platform/changes';
import { idSchema } from '#platform/fields';
import { defineOperation, missing } from '#platform/operations';
import { currentValues, isRead, refuseUnreadSums, seenBy } from '#platform/records';
import { badValuesOf } from '../rules/bad-values.ts';
import { type Point, pointsOf } from '../store/points.ts';
import { lookalikesOf } from '../store/suggestions.ts';

const dayMs = 86_400_000;

export const contactQuality = defineOperation({
  name: 'contacts.quality',
  summary: 'Says how good a contact is as a record, from 0.00 to 1.00, with a reason for every point.',
  kind: 'read',
  permission: 'contacts:read',
  route: { method: 'GET', path: '/contacts/:id/quality' },
  tool: true,
  positional: ['id'],
  subject: contact.name,
  input: z.strictObject({ id: idSchema(contact.name) }),
  output: z.object({
    score: z.number().meta({ description: 'From 0.00 to 1.00.' }),
    reasons: z.array(z.object({ code: z.string(), points: z.number(), text: z.string() })),
  }),
  async run(context, { id }) {
    const values = (await currentValues(context, contact, [id])).get(id);
    if (!values || values.deletedAt) throw missing(contact.name, id);
    const facts = factsOf(values, await pointsOf(context.sql, id));
    const flawless = qualityOf({ facts, badValues: 0, ageDays: 0, lookalikes: 0 }).score;
    const ageMs = context.now.getTime() - new Date(String(values.updatedAt)).getTime();
    await refuseUnreadSums(context, contact, ['qualityScore']);
    const { narrowed } = await seenBy(context, contact);
    const isTold = (code: QualityCode) => (lookedAt[code] ?? []).every((name) => isRead(narrowed.get(name)));
    return presented(
      isTold,
      qualityOf({
        facts,
        badValues: badValuesOf(Math.round(Number(values.qualityScore) * 100), flawless),
        ageDays: Math.floor(Math.max(0, ageMs) / dayMs),
        lookalikes: await lookalikesOf(context.sql, contact.name, id),
      }),
    );
  },
});

function factsOf(values: Values, points: readonly Point[]): { kind: 'contact' } & ContactFacts {
  const of = (kind: Point['kind']) => points.filter((point) => point.kind === kind);
  const emails = of('email').map(({ value, shared }) => ({
    role: shared,
    free: normaliseEmail(value).value?.free ?? false,
  }));
  const phones = of('phone').map(({ value }) => ({ valid: normalisePhone(value).value?.valid ?? false }));
  const has = (name: string) => typeof values[name] === 'string' && values[name] !== '';
  return {
    kind: 'contact',
    emails,
    phones,
    hasFirstName: has('firstName'),
    hasLastName: has('lastName'),
    hasCompany: has('accountId'),
    hasTitle: has('title'),
    hasCountry: has('country'),
  };
}

/** The fields that a reason tells of. */
const lookedAt: Partial<Record<QualityCode, readonly string[]>> = {
  reachable: ['email', 'otherEmails'],
  phone: ['phone', 'otherPhones'],
  company: ['accountId'],
  title: ['title'],
  place: ['country'],
  uniqueness: ['email', 'phone'],
};

/** Nothing is told of fields that may not be read: neither what was found in them nor how many points that was. */
function presented(isTold: (code: QualityCode) => boolean, { score, reasons }: Quality) {
  return {
    score: score / 100,
    reasons: reasons.map(({ code, points, text }) => ({
      code,
      points: isTold(code) ? points / 100 : 0,
      text: isTold(code) ? text : 'Not shown to you',
    })),
  };
}
