import { defineObject, field } from '#platform/fields';

/** What a currency is worth in another from a day on. */
export const currencyRate = defineObject({
  name: 'currencyRate',
  plural: 'currencyRates',
  path: 'currency-rates',
  label: 'Currency rate',
  pluralLabel: 'Currency rates',
  description: 'What one unit of a currency is worth in another from a day on, until a later rate says otherwise.',
  prefix: 'fx',
  table: 'currency_rates',
  nameColumn: 'currency',
  extensible: false,
  events: 'crm.currency_rate',
  defaultSort: '-date',
  fields: {
    currency: field.text({
      label: 'Currency',
      description: 'The currency, as its ISO 4217 code.',
      required: true,
      maxLength: 3,
      aliases: ['code', 'from'],
    }),
    base: field.text({
      label: 'In',
      description: 'The currency in which it is valued: that of the workspace, unless told.',
      maxLength: 3,
    }),
    date: field.date({
      label: 'From',
      description: 'The day from which the rate holds.',
      column: 'from_date',
      required: true,
    }),
    rate: field.text({
      label: 'Rate',
      description: 'What one unit is worth, as a decimal number: 1.0845.',
      required: true,
      maxLength: 25,
      sortable: false,
      filterable: false,
    }),
    source: field.text({ label: 'Source', description: 'Who says so.', maxLength: 100 }),
  },
});
