import { defineProblems } from '#platform/errors';

defineProblems({
  currency_unknown: { status: 400, title: 'There is no such currency' },
  amount_unusable: { status: 400, title: 'This is not an amount of money' },
  currencies_differ: { status: 400, title: 'Amounts of different currencies cannot be added' },
});
