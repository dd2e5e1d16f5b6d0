import { expect } from 'vitest';
import type { z } from 'zod';
import type { Operation } from '#platform/operations';
import type { World } from './world.ts';

/** That an operation is refused without its permission, with input that it does not know, and to another workspace (`strange` when it answers that one with nothing). */
export type Refuses = <Input extends z.ZodType>(
  operation: Operation<Input, unknown>,
  input: object,
  strange?: 'strange',
) => Promise<void>;

/** The check of what every operation refuses, in a world. */
export function refusalsIn(world: World): Refuses {
  return async (operation, input, strange) => {
    const area = operation.permission.split(':')[0];
    const actions = ['read', 'write', 'delete', 'export'].map((action) => `${area}:${action}`);
    const lacking = world.actorWith(...actions.filter((permission) => permission !== operation.permission));
    const call = (given: object, actor = world.admin) => world.run(operation, given as never, { actor });
    await expect(call(input, lacking)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(call({ ...input, colour: 'red' })).rejects.toMatchObject({ code: 'validation_failed' });
    if (!strange) await expect(call(input, world.stranger)).rejects.toMatchObject({ code: 'not_found' });
  };
}
