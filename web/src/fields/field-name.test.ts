import { expect, test } from 'vitest';
import { nameFrom } from './field-name.ts';

test('a label suggests a name that the server takes', () => {
  expect(nameFrom('Sales region')).toBe('salesRegion');
  expect(nameFrom('Größe in cm²')).toBe('grosseInCm2');
  expect(nameFrom('2nd contract, No. 7')).toBe('ndContractNo7');
  expect(nameFrom('x'.repeat(80))).toHaveLength(63);
  expect(nameFrom('地域')).toBe('');
});
