export { rateEvents } from './events.ts';
export { currencyRate } from './fields.ts';
export { currencyCode } from './kind.ts';
export { currenciesModule } from './module.ts';
export { type Conversion, convertAll } from './store/convert.ts';
export { workspaceCurrency } from './store/workspace-currency.ts';
