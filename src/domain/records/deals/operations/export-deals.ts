import { exportOperation } from '#platform/records';
import { deal } from '../fields.ts';

export const exportDeals = exportOperation(deal);
