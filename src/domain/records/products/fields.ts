import { defineObject, field } from '#platform/fields';

/** Something that is sold. */
export const product = defineObject({
  name: 'product',
  plural: 'products',
  label: 'Product',
  pluralLabel: 'Products',
  description: 'Something that is sold, with its usual price.',
  prefix: 'pr',
  table: 'products',
  searched: ['name', 'code', 'family'],
  defaultSort: 'name',
  fields: {
    name: field.text({
      label: 'Name',
      description: 'What the product is called.',
      maxLength: 255,
      required: true,
      aliases: ['product', 'product name', 'item', 'produkt', 'produit', 'producto'],
    }),
    code: field.text({
      label: 'Code',
      description: 'Its number in a list or a system.',
      maxLength: 100,
      aliases: ['sku', 'product code', 'article number'],
    }),
    family: field.text({
      label: 'Family',
      description: 'The line of products that it belongs to.',
      maxLength: 100,
      aliases: ['series', 'category', 'product family', 'line'],
    }),
    unitPrice: field.money({
      label: 'Unit price',
      description: 'What one of it usually costs.',
      column: 'unit_price_minor',
      currencyIn: 'currency',
      filterable: false,
      sortable: false,
      aliases: ['price', 'sales price', 'list price', 'unit price', 'preis', 'prix'],
    }),
    currency: field.text({
      label: 'Currency',
      description: 'The currency of the price, as its ISO 4217 code; that of the workspace unless told.',
      maxLength: 3,
    }),
    active: field.boolean({ label: 'Active', description: 'Whether it is still sold.', initial: true }),
    description: field.longText({
      label: 'Description',
      description: 'What is worth knowing.',
      aliases: ['description'],
    }),
    source: field.text({
      label: 'Source',
      description: 'Where the record came from: a file, the API.',
      maxLength: 100,
    }),
    tags: field.tags({ label: 'Tags', description: 'Words to find the product by.', merge: 'union' }),
  },
});

/** What of a product stands in a deal. */
export const lineItem = defineObject({
  name: 'lineItem',
  plural: 'lineItems',
  path: 'line-items',
  label: 'Line item',
  pluralLabel: 'Line items',
  description: 'What of a product stands in a deal: how many, for how much.',
  prefix: 'lt',
  table: 'deal_line_items',
  extensible: false,
  defaultSort: 'createdAt',
  events: 'crm.deal.line_item',
  fields: {
    dealId: field.reference({ label: 'Deal', description: 'The deal.', to: 'deal', readOnly: true }),
    productId: field.reference({ label: 'Product', description: 'What is sold.', to: 'product' }),
    name: field.text({
      label: 'Name',
      description: 'What is sold, as it is called in the deal; that of the product unless told.',
      maxLength: 255,
    }),
    quantity: field.decimal({
      label: 'Quantity',
      description: 'How many, to two digits after the point.',
      column: 'quantity_hundredths',
      minimum: 0.01,
      maximum: 1e9,
    }),
    unitPrice: field.money({
      label: 'Unit price',
      description: 'What one costs in this deal; that of the product unless told.',
      column: 'unit_price_minor',
      currencyIn: 'currency',
      filterable: false,
      sortable: false,
    }),
    discount: field.decimal({
      label: 'Discount',
      description: 'In percent, to two digits after the point.',
      column: 'discount_hundredths',
      minimum: 0,
      maximum: 100,
    }),
    total: field.money({
      label: 'Total',
      description: 'Quantity times price, less the discount, to the minor unit.',
      column: 'total_minor',
      currencyIn: 'currency',
      follows: ['quantity', 'unitPrice', 'discount'],
      readOnly: true,
      derived: true,
      filterable: false,
      sortable: false,
    }),
    position: field.integer({
      label: 'Position',
      description: 'Where it stands among the items of its deal.',
      readOnly: true,
    }),
    currency: field.text({
      label: 'Currency',
      description: 'The currency of the deal.',
      maxLength: 3,
      readOnly: true,
    }),
  },
});
