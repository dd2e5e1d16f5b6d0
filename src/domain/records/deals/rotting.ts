import { allStages } from '#domain/records/pipelines';
import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { defineCommonFilter } from '#platform/records';
import { deal } from './fields.ts';
import { freshFilter, rottingFilter } from './rules/rotting-filter.ts';

function refuse(detail: string): never {
  throw new Problem('validation_failed', { detail, mistakes: [{ path: 'filter', message: detail }] });
}

/** `{"rotting":{"eq":true}}` on lists of deals and on the board: those that have been in their stage for longer than they should; with false all others. */
defineCommonFilter({
  name: 'rotting',
  async answer(context, object, operand) {
    if (object.name !== deal.name) refuse(`'rotting' is asked of deals, and not of ${object.plural}.`);
    if (typeof operand !== 'boolean') refuse(`'rotting' is compared with true or false: {"rotting":{"eq":true}}.`);
    const stages = await allStages(context.sql);
    const asked = stages.map((one) => ({ ...one, id: publicId('sg', one.id) }));
    return { filter: operand ? rottingFilter(asked, context.now) : freshFilter(asked, context.now) };
  },
});
