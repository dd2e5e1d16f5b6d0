import { expect, test } from 'vitest';
import { fillTemplate } from './fill-template.ts';

const known = { contact: { firstName: 'Ana <3', title: null, account: { name: 'Ada & Co' } } };

test.each([
  ['Hello {{contact.firstName}}', 'text', 'Hello Ana <3', []],
  ['Hello {{ contact.firstName }}', 'html', 'Hello Ana &lt;3', []],
  ['{{contact.account}}', 'html', 'Ada &amp; Co', []],
  ['Dear {{contact.title|friend}}', 'text', 'Dear friend', []],
  ['Dear {{contact.title}} {{deal.name}}', 'text', 'Dear  ', ['contact.title', 'deal.name']],
  ['{{contact.constructor}} {{constructor.name}}', 'text', ' ', ['contact.constructor', 'constructor.name']],
  ['{{nothing}} {{a.b', 'text', '{{nothing}} {{a.b', []],
] as const)('%s as %s', (text, form, filled, missing) => {
  expect(fillTemplate(text, known, form)).toEqual({ text: filled, missing });
});

test('values are not read as templates themselves', () => {
  const sly = { contact: { firstName: '{{contact.lastName}}', lastName: 'secret' } };
  expect(fillTemplate('{{contact.firstName}}', sly, 'text').text).toBe('{{contact.lastName}}');
});
