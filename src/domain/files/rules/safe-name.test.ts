import { expect, test } from 'vitest';
import { nameKey, safeName } from './safe-name.ts';

test.each([
  ['contract.pdf', 'contract.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\windows\\system32\\cmd.exe', 'cmd.exe'],
  ['C:\\fakepath\\Vertrag März.pdf', 'Vertrag März.pdf'],
  ['a\r\nContent-Type: text/html', 'html'],
  ['a\u0000b\u001b[31m.txt', 'ab[31m.txt'],
  ['invoice\u202Egnp.exe', 'invoicegnp.exe'],
  ['\u200B\uFEFF', 'file'],
  ['..', 'file'],
  ['   ', 'file'],
  ['folder/', 'file'],
  ['.env', '.env'],
  ['Re\u0301sume\u0301.pdf', 'Résumé.pdf'],
  ['half \uD83D.txt', 'half \uFFFD.txt'],
  ['<img src=x onerror=alert(1)>.png', '<img src=x onerror=alert(1)>.png'],
])('%j is kept as %j', (given, name) => {
  expect(safeName(given)).toBe(name);
});

test('a name that is too long keeps its ending', () => {
  const name = safeName(`${'😀'.repeat(300)}.pdf`);
  expect(name.length).toBeLessThanOrEqual(255);
  expect(name).toMatch(/😀\.pdf$/u);
  expect(name.isWellFormed()).toBe(true);
});

test('names that differ in case alone are the same', () => {
  expect(nameKey('VERTRAG März.PDF')).toBe(nameKey('Vertrag märz.pdf'));
});
