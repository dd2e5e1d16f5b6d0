import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { createCurrencyRate } from './operations/create-currency-rate.ts';
import { deleteCurrencyRate } from './operations/delete-currency-rate.ts';
import { getCurrencyRate } from './operations/get-currency-rate.ts';
import { listCurrencyRates } from './operations/list-currency-rates.ts';
import { restoreCurrencyRate } from './operations/restore-currency-rate.ts';
import { updateCurrencyRate } from './operations/update-currency-rate.ts';

export const currenciesModule = defineModule({
  name: 'currencies',
  summary: 'What currencies are worth, day by day.',
  needs: [],
  operations: [
    listCurrencyRates,
    getCurrencyRate,
    createCurrencyRate,
    updateCurrencyRate,
    deleteCurrencyRate,
    restoreCurrencyRate,
  ],
});
