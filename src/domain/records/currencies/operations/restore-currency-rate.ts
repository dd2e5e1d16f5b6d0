import { restoreOperation } from '#platform/records';
import { currencyRate } from '../fields.ts';

export const restoreCurrencyRate = restoreOperation(currencyRate);
