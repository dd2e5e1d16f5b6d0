import { z } from 'zod';
import { contact } from '#domain/records/contacts';
import { idSchema } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { getOperation, getRecord } from '#platform/records';
import { template } from '../fields.ts';
import { fillTemplate, type Known } from '../rules/fill-template.ts';

const getContact = getOperation(contact);

export const renderTemplate = defineOperation({
  name: 'templates.render',
  summary: 'Fills the places of a template with what is known of a contact, and says which stay empty.',
  kind: 'read',
  permission: 'templates:read',
  route: { method: 'POST', path: '/templates/:id/render' },
  positional: ['id', 'contactId'],
  subject: 'template',
  input: z.strictObject({
    id: idSchema('template'),
    contactId: idSchema('contact').optional(),
    values: z
      .record(z.string().max(100), z.union([z.string().max(10_000), z.number(), z.boolean()]))
      .default({})
      .meta({ description: 'More values, for places as {{values.offer}}.' }),
  }),
  output: z.object({
    id: z.string(),
    subject: z.string().nullable(),
    bodyText: z.string().nullable(),
    bodyHtml: z.string().nullable(),
    missing: z.array(z.string()).meta({ description: 'Words of the template for which nothing is known.' }),
  }),
  async run(context, { id, contactId, values }) {
    const words = (await getRecord(context, template, id)).parse() as Record<string, string | null>;
    const known: Record<string, Known[string]> = { values };
    if (contactId !== undefined)
      known.contact = (await context.call(getContact, { id: contactId })).parse() as Known[string];
    const parts = (['subject', 'bodyText', 'bodyHtml'] as const).map((name) => {
      const form = name === 'bodyHtml' ? 'html' : 'text';
      return { name, ...fillTemplate(words[name] ?? '', known, form) };
    });
    return {
      id: publicId(template.prefix, id),
      ...Object.fromEntries(parts.map(({ name, text }) => [name, words[name] === null ? null : text])),
      missing: [...new Set(parts.flatMap(({ missing }) => missing))],
    };
  },
});
