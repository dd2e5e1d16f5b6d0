import { listOperation } from '#platform/records';
import { product } from '../fields.ts';

export const listProducts = listOperation(product);
