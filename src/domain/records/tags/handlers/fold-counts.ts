import { defineHandler } from '#platform/events';
import { foldMoves, waitingMoves } from '../store/tag-counts.ts';

const kinds = ['crm.contact', 'crm.account', 'crm.deal', 'crm.lead', 'crm.product', 'crm.custom'];
/** With fewer than so many, adding them up costs less than folding them. */
const worthFolding = 1000;
const mostAtOnce = 5000;

export const foldTagCounts = defineHandler({
  name: 'tags.fold',
  summary: 'Folds what moved the numbers of tags into these, when much has.',
  on: kinds.flatMap((kind) => ['created', 'updated', 'deleted', 'restored'].map((verb) => `${kind}.${verb}`)),
  async run(context) {
    if ((await waitingMoves(context.tx, worthFolding)) >= worthFolding) await foldMoves(context.tx, mostAtOnce);
  },
});
