export { lineItem, product } from './fields.ts';
export { productsModule } from './module.ts';
export { likelyProduct, productKey, totalOf } from './rules/totals.ts';
export { allProducts, type KnownProduct } from './store/products.ts';
