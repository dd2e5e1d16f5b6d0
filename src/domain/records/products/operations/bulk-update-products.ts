import { bulkUpdateOperation } from '#platform/records';
import { product } from '../fields.ts';

export const bulkUpdateProducts = bulkUpdateOperation(product);
