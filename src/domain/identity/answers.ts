import { z } from 'zod';

const moment = z.iso.datetime().nullable();

/** What `shownKey` answers, as JSON. */
export const keyAnswer = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string().meta({ description: 'Its first 8 characters.' }),
  role: z.string(),
  scopes: z.array(z.string()).meta({ description: 'Empty where it may do all that its role grants.' }),
  requestsPerMinute: z.number().int().nullable(),
  lastUsedAt: moment,
  expiresAt: moment,
  revokedAt: moment,
  createdAt: moment,
});

/** The same with the key itself, which is shown once. */
export const newKeyAnswer = keyAnswer.extend({ key: z.string().nullable() });

/** What `shownProfile` answers. */
export const profileAnswer = z.object({
  id: z.string(),
  name: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  email: z.string(),
  role: z.string(),
  hasPassword: z.boolean(),
  settings: z.looseObject({ theme: z.string(), timeZone: z.string().nullable() }),
  version: z.number().int(),
});

const mailAnswer = z.object({
  host: z.string(),
  port: z.number().int(),
  secure: z.boolean(),
  user: z.string().nullable(),
  from: z.string(),
  hasPassword: z.boolean(),
});

/** What `shownSettings` answers. */
export const settingsAnswer = z.object({
  id: z.string(),
  name: z.string(),
  baseUrl: z.string().nullable(),
  country: z.string().nullable(),
  timeZone: z.string().nullable(),
  currency: z.string().nullable(),
  security: z.object({ sessionIdleMinutes: z.number(), secondFactorRoles: z.array(z.string()) }),
  mail: mailAnswer.nullable(),
  effective: z
    .object({ baseUrl: z.string(), mail: z.enum(['environment', 'settings', 'none']) })
    .meta({ description: 'What holds, with the environment counted in.' }),
});
