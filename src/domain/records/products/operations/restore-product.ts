import { restoreOperation } from '#platform/records';
import { product } from '../fields.ts';

export const restoreProduct = restoreOperation(product);
