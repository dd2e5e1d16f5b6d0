import { listOperation } from '#platform/records';
import { currencyRate } from '../fields.ts';

export const listCurrencyRates = listOperation(currencyRate);
