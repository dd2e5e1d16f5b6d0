import { deleteOperation } from '#platform/records';
import { currencyRate } from '../fields.ts';

export const deleteCurrencyRate = deleteOperation(currencyRate);
