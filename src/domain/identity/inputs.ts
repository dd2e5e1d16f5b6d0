import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { tryParseId } from '#platform/ids';
import { isPermission } from './rules/permissions.ts';
import { roleName, roleNamed, roles } from './rules/roles.ts';
import { signInAddress } from './rules/values.ts';

/** Text that the database can keep: PostgreSQL has no NUL. */
export const plainText = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((value) => !value.includes('\u0000'), 'must not contain NUL characters');

export const userId = idSchema('user');

/** Where a user stands: whose records a manager sees follows from it. */
export const placeInput = {
  teamId: idSchema('team').nullish().meta({ description: 'The team that the user works in.' }),
  managerId: idSchema('user').nullish().meta({ description: 'Whom the user reports to.' }),
};

/** A role by its name or by another name that a built-in one has; whether it is there is looked at where it is used. */
export const roleInput = z
  .string()
  .max(60)
  .transform((value) => roleNamed(value) ?? value)
  .refine((name) => roleName.test(name), 'must be the name of a role, such as rep')
  .meta({ description: `What it may do: ${roles.join(', ')}, or a role of the workspace.` });

export const emailInput = z
  .string()
  .max(255)
  .transform((value, context) => {
    const email = signInAddress(value);
    if (email) return email;
    context.addIssue({ code: 'custom', message: 'must be an e-mail address, such as ada@example.com' });
    return z.NEVER;
  })
  .meta({ description: 'The address to sign in with; no other user of this server has it.' });

/** Permissions with wildcards, each once. */
export const permissionsInput = z
  .array(z.string().max(90).refine(isPermission, 'must be a permission, such as contacts:read, contacts:* or *:read'))
  .max(300)
  .transform((values) => [...new Set(values)].sort());

export const scopeInput = z
  .string()
  .max(90)
  .refine(isPermission, 'must be a scope, such as contacts:read, contacts:* or *:read');

export const sessionId = z
  .string()
  .max(100)
  .transform((value, context) => {
    const id = tryParseId('se', value);
    if (id) return id;
    context.addIssue({ code: 'custom', message: 'must be the id of a session, as se_…' });
    return z.NEVER;
  });

export const roleId = z
  .string()
  .max(100)
  .transform((value, context) => {
    const id = tryParseId('ro', value);
    if (id) return id;
    context.addIssue({ code: 'custom', message: 'must be the id of a role, as ro_…' });
    return z.NEVER;
  });

export const keyId = z
  .string()
  .max(100)
  .transform((value, context) => {
    const id = tryParseId('ak', value);
    if (id) return id;
    context.addIssue({ code: 'custom', message: 'must be the id of an API key, as ak_…' });
    return z.NEVER;
  });

/** What an authenticator shows, or a recovery code. */
export const codeInput = z
  .string()
  .min(6)
  .max(40)
  .meta({ description: 'The six digits that the authenticator shows, or a recovery code.' });

/** Longer ones are refused before anything is computed with them: a hash of a megabyte is an attack. */
export const passwordInput = z.string().min(1).max(1000).meta({ description: 'A password, 10 to 512 characters.' });
