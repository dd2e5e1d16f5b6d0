import { forgetAccess } from '#platform/operations';
import { defineKind, refuseRings } from '#platform/records';
import { team } from './fields.ts';

/** What is special about teams: none is a part of itself, not even by way of others. */
defineKind({
  object: team,
  prepare: (context, drafts) => refuseRings(context, team, 'parentId', drafts),
  async afterWrite(context) {
    context.tx.afterCommit(() => forgetAccess(context.ports));
  },
});
