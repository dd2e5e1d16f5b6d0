import { getOperation } from '#platform/records';
import { currencyRate } from '../fields.ts';

export const getCurrencyRate = getOperation(currencyRate);
