import { expect, test } from 'vitest';
import { previewOf, savedType } from './preview.ts';

test.each([
  ['image/png', 'image'],
  ['application/pdf', 'pdf'],
  ['text/plain', 'text'],
  ['text/html', 'text'],
  ['image/svg+xml', 'text'],
  ['application/json', 'text'],
  ['application/zip', undefined],
  ['application/octet-stream', undefined],
  ['image/tiff', undefined],
])('%s is shown as %s', (type, as) => {
  expect(previewOf(type)?.as).toBe(as);
});

test('nothing that is shown may load or run anything', () => {
  for (const type of ['image/png', 'application/pdf'])
    expect(previewOf(type)).toMatchObject({ contentPolicy: expect.stringMatching(/^default-src 'none'/) });
});

test('what a browser would run is sent as bytes', () => {
  expect(['text/html', 'image/svg+xml', 'image/png'].map(savedType)).toEqual([
    'application/octet-stream',
    'application/octet-stream',
    'image/png',
  ]);
});
