import { z } from 'zod';
import { workspaceCurrency } from '#domain/records/currencies';
import { toMinorUnits } from '#platform/money';
import { defineOperation } from '#platform/operations';
import { currentValues, derivedChanged } from '#platform/records';
import { deal } from '../fields.ts';
import { nextDealIds, renameStages, setWorths } from '../store/deals.ts';
import { baseAmounts } from '../value-deals.ts';

const chunkSize = 2000;

/** What follows from elsewhere and stands in deals: their worth by the rates, the name of their stage. */
export const refreshChunk = defineOperation({
  name: 'deals.refreshChunk',
  summary:
    'Brings what deals are worth and what their stages are called in step with rates, settings and pipelines, for the next deals.',
  kind: 'write',
  reach: 'workspace',
  permission: 'deals:write',
  input: z.strictObject({ after: z.uuid().optional() }),
  async run(context, { after }): Promise<{ next: string | undefined; changed: number }> {
    const ids = await nextDealIds(context.tx, after, chunkSize);
    const deals = await currentValues(context, deal, ids);
    const own = await workspaceCurrency(context.tx);
    const amounts = await baseAmounts(context.tx, [...deals.values()], own);
    const worths = [...deals.keys()].map((id, index) => {
      const amount = amounts[index] ?? null;
      return { id, minor: amount === null ? null : toMinorUnits(amount, own).toString(), currency: own };
    });
    const changed = await setWorths(context.tx, worths);
    const renamed = await renameStages(context.tx, 2 * chunkSize);
    await derivedChanged(context, deal, changed, ['baseAmount', 'baseCurrency']);
    await derivedChanged(context, deal, renamed, ['stage']);
    return { next: ids.length < chunkSize ? undefined : ids.at(-1), changed: changed.length + renamed.length };
  },
});
