import { getOperation } from '#platform/records';
import { product } from '../fields.ts';

export const getProduct = getOperation(product);
