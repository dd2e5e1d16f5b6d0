import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { currencyCodes, fromMinorUnits } from '#platform/money';
import { ratesWorld } from '../rates-world.fixture.ts';
import { convertAll } from '../store/convert.ts';
import { createCurrencyRate } from './create-currency-rate.ts';

const world = await ratesWorld();
const { make, refuses } = world;
const reader = world.database.reader(world.workspaceId);

test('a rate is kept in the currency of the workspace, and that is told', async () => {
  expect(await make({ currency: 'eur' })).toMatchObject({
    id: expect.stringMatching(/^fx_/),
    currency: 'EUR',
    base: 'USD',
    rate: '1.0845',
  });
  expect(await world.eventTypes()).toEqual(['crm.currency_rate.created']);
});

test('an amount takes the rate of its day, or the latest before it; where there is none it is not known', async () => {
  await make({ date: '2026-02-01', rate: '1.1' });
  await make({ currency: 'JPY', rate: '0.0067' });
  const minor = 10_000n;
  const days = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01', '2030-01-01'];
  const found = await convertAll(
    reader,
    days.map((day) => ({ minor, currency: 'EUR', day })),
    'USD',
  );
  expect(found).toEqual([undefined, 10_845n, 10_845n, 11_000n, 11_000n]);
  const others = [
    { minor: 1500n, currency: 'JPY', day: '2026-03-01' },
    { minor: 5n, currency: 'USD', day: '2026-03-01' },
    { minor: 999_999_999_999_999n, currency: 'KWD', day: '2026-03-01' },
  ];
  expect(await convertAll(reader, others, 'USD')).toEqual([1005n, 5n, undefined]);
});

test('the database shows amounts of every currency as we do', async () => {
  const rows = await reader.rows<{ code: string; text: string; down: string }>(sql`
    select code, kith.money_text(123456789012345, code) as text, kith.money_text(-5, code) as down from unnest(${currencyCodes as string[]}::text[]) code`);
  expect(rows).toEqual(
    currencyCodes.map((code) => ({
      code,
      text: fromMinorUnits(123_456_789_012_345n, code),
      down: fromMinorUnits(-5n, code),
    })),
  );
});

test.each([
  ['no number', { rate: 'x' }],
  ['nothing', { rate: '0' }],
  ['less than nothing', { rate: '-1' }],
  ['a currency that is none', { currency: 'XXX' }],
  ['a currency in itself', { currency: 'USD' }],
  ['a day that is none', { date: '2026-02-30' }],
])('a rate of %s is refused', async (_what, values) => {
  await expect(make(values)).rejects.toMatchObject({ code: 'validation_failed' });
});

test('a second rate of a day and a missing permission are refused', async () => {
  await expect(make()).rejects.toMatchObject({ code: 'conflict' });
  await refuses(createCurrencyRate, { currency: 'CHF', date: '2026-01-01', rate: '1' }, 'strange');
});
