import { settingList } from './setting-list.ts';

export interface CurrencyRate {
  id: string;
  currency: string;
  /** The currency in which it is valued. */
  base: string;
  /** The day from which it holds. */
  date: string;
  /** A decimal number as a text: it is exact. */
  rate: string;
  source: string | null;
}

export const currencyRates = settingList<CurrencyRate>('/currency-rates', '-date');
