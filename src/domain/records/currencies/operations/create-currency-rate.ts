import { createOperation } from '#platform/records';
import { currencyRate } from '../fields.ts';

export const createCurrencyRate = createOperation(currencyRate);
