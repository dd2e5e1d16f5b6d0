import { deal } from '#domain/records/deals';
import { historyOperation } from './record-history.ts';

export const listDealHistory = historyOperation(deal);
