import { exportOperation } from '#platform/records';
import { product } from '../fields.ts';

export const exportProducts = exportOperation(product);
