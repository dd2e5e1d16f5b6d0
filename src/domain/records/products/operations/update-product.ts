import { updateOperation } from '#platform/records';
import { product } from '../fields.ts';

export const updateProduct = updateOperation(product);
