import { expect, it } from 'vitest';
import { latin } from './latin.ts';

it.each([
  ['Jürgen Süßmilch', 'DE', 'juergen-suessmilch'],
  ['Gül', 'TR', 'gul'],
  ["O'Connor", 'US', 'oconnor'],
  ['Łukasz Śliwa', 'PL', 'lukasz-sliwa'],
  ['Παπαδοπούλου', 'GR', 'papadopoulou'],
  ['Щербак', 'UA', 'shcherbak'],
  ["van 't Hoff", 'NL', 'van-t-hoff'],
  ['Yōko', 'JP', 'yoko'],
  ['Yıldız', 'NL', 'yildiz'],
])('%s is written %s in an address', (name, country, written) => {
  expect(latin(name, country)).toBe(written);
});
