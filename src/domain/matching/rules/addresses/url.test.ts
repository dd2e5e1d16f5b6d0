import { expect, test } from 'vitest';
import { registrableDomain } from './domain.ts';
import { normaliseUrl } from './url.ts';

test.each([
  ['example.com', 'https://example.com'],
  ['HTTP://Example.COM/Path?q=1', 'http://example.com/Path?q=1'],
  ['//example.com/', 'https://example.com'],
  ['www.example.com:8080/x', 'https://www.example.com:8080/x'],
  ['https:/example.com', 'https://example.com'],
  ['münchen.de', 'https://xn--mnchen-3ya.de'],
  ['<https://example.com>', 'https://example.com'],
])('%s becomes %s', (text, expected) => {
  expect(normaliseUrl(text).value).toBe(expected);
});

test.each([
  ['javascript:alert(1)', 'start with javascript:'],
  ['JaVaScRiPt:alert(1)', 'start with javascript:'],
  ['java\nscript:alert(1)', 'a space inside'],
  ['javascript:1', 'not a host on the web'],
  ['data:text/html,x', 'start with data:'],
  ['file:///etc/passwd', 'start with file:'],
  ['https://good.com@evil.com', 'an @ before its host'],
  ['localhost', 'not a host on the web'],
  ['29.85', 'not a host on the web'],
  ['10/20/2016', 'not a host on the web'],
  ['not a url', 'a space inside'],
  ['', 'empty'],
  ['http://', 'cannot be read'],
  [`https://x.com/${'a'.repeat(5_000)}`, 'too long'],
])('%s is refused', (text, reason) => {
  expect(normaliseUrl(text).problem).toContain(reason);
});

test.each([
  ['https://shop.example.co.uk/x?y', 'example.co.uk'],
  ['ana@mail.example.com', 'example.com'],
  ['www.münchen.de', 'xn--mnchen-3ya.de'],
  ['https://user@example.com/a@b', 'example.com'],
  ['192.168.1.1', undefined],
  ['localhost', undefined],
  ['co.uk', undefined],
  ['example.notatld', undefined],
  ['', undefined],
])('%s belongs to %s', (address, domain) => {
  expect(registrableDomain(address)).toBe(domain);
});
