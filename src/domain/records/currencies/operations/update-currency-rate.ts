import { updateOperation } from '#platform/records';
import { currencyRate } from '../fields.ts';

export const updateCurrencyRate = updateOperation(currencyRate);
