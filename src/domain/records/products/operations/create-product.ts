import { createOperation } from '#platform/records';
import { product } from '../fields.ts';

export const createProduct = createOperation(product);
