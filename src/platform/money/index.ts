import './errors.ts';

export { currencyCodes } from './currencies.ts';
export {
  addMoney,
  canonicalMoney,
  formatMoney,
  fromMinorUnits,
  type Money,
  multiplyMoney,
  toMinorUnits,
} from './money.ts';
export { type ParseMoneyOptions, parseMoney } from './parse-money.ts';
