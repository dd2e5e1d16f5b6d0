import { z } from 'zod';
import { Problem } from '#platform/errors';
import { defineOperation } from '#platform/operations';
import { roleCreated } from '../events.ts';
import { permissionsInput, plainText } from '../inputs.ts';
import { refuseAboveOwn } from '../reach.ts';
import { grantOfRole } from '../rules/grants.ts';
import { roleName, roleNamed, roles } from '../rules/roles.ts';
import { insertRole } from '../store/roles.ts';
import { roleOutput, shownRole } from './list-roles.ts';

export const roleFields = {
  label: plainText(255).trim().min(1).meta({ description: 'How people call it.' }),
  description: plainText(1000).trim(),
  basedOn: z
    .enum(roles)
    .nullable()
    .meta({ description: 'A built-in role: the new one has all that it grants, now and later.' }),
  permissions: permissionsInput,
  denied: permissionsInput,
};

export const createRole = defineOperation({
  name: 'roles.create',
  summary: 'Makes a role, from nothing or based on a built-in one.',
  kind: 'write',
  permission: 'roles:write',
  privileged: true,
  route: { method: 'POST', path: '/roles', status: 201 },
  input: z.strictObject({
    name: z
      .string()
      .regex(roleName, 'must begin with a letter and have small letters, digits and _ only')
      .refine((name) => !roleNamed(name), 'is the name of a built-in role')
      .meta({ description: 'How programs call it; it never changes.' }),
    label: roleFields.label,
    description: roleFields.description.default(''),
    basedOn: roleFields.basedOn.default(null),
    permissions: roleFields.permissions.default([]),
    denied: roleFields.denied.default([]),
  }),
  output: roleOutput,
  problems: ['already_known'],
  async run(context, input) {
    const role = { ...input, id: context.ports.ids.next(), system: false };
    refuseAboveOwn(context.actor, grantOfRole(role));
    if (!(await insertRole(context.tx, role, context.now, context.actor.id))) {
      const message = 'is taken by another role';
      throw new Problem('already_known', { detail: `name: ${message}`, mistakes: [{ path: 'name', message }] });
    }
    context.emit({ type: roleCreated.type, recordIds: [role.id], data: { name: role.name } });
    return shownRole(role);
  },
});
