import fc from 'fast-check';
import { expect, test } from 'vitest';
import { companyFields, peopleFields } from './fields-fixture.ts';
import { fieldByColumn, suggestMapping } from './mapping.ts';
import { compileNormaliser, type NormaliserSettings } from './normalise-row.ts';

function compile(columns: string[], sample: string[][] = [], more: Partial<NormaliserSettings> = {}) {
  const fields = more.fields ?? peopleFields;
  const mapping = fieldByColumn(suggestMapping({ columns, sample: [], fields }));
  return compileNormaliser({ columns, mapping, fields, sample, ...more });
}

function one(record: Record<string, string>, more: Partial<NormaliserSettings> = {}) {
  const cells = Object.values(record);
  return compile(Object.keys(record), [cells], more).normalise(cells);
}

test('a whole row comes out in the form in which Kith keeps it', () => {
  const row = one({
    'First name': 'ANA',
    'Last name': 'DE LA CRUZ',
    'E-mail': 'Ana@X.com',
    Phone: '0171 1234567',
    Company: 'ACME, Inc.',
    Country: 'Deutschland',
    Website: 'x.com',
    Consent: 'Ja',
    'Consent date': '31.12.2024',
    Tags: 'a, b;a',
    Stage: 'Lead',
  });
  expect(row.values).toEqual({
    firstName: 'Ana',
    lastName: 'de la Cruz',
    email: 'Ana@x.com',
    phone: '+491711234567',
    country: 'DE',
    website: 'https://x.com',
    gdprConsent: true,
    gdprConsentDate: '2024-12-31T00:00:00.000Z',
    tags: ['a', 'b'],
    lifecycleStage: 'lead',
  });
  expect(row.company).toEqual({ value: 'ACME, Inc.', key: 'acme' });
  expect(row).toMatchObject({ issues: [], rejected: undefined, unmapped: {} });
});

test('a bad cell stays empty and is reported; its row lives', () => {
  const row = one({
    Name: 'Ana Silva',
    'E-mail': 'abc',
    Country: 'Atlantis',
    Stage: 'leed',
    Seats: '-1',
    City: 'x'.repeat(300),
  });
  expect(row.values).toEqual({ firstName: 'Ana', lastName: 'Silva' });
  expect(row.rejected).toBeUndefined();
  expect(row.issues).toHaveLength(5);
  expect(row.issues[0]).toEqual({
    column: 'Country',
    value: 'Atlantis',
    reason: expect.stringContaining('not a country'),
  });
});

test('a row without name, e-mail and phone is rejected, and why is said', () => {
  expect(one({ City: 'Berlin', 'E-mail': 'abc' }).rejected).toContain(
    "cannot be told who it is. 'abc' is not an e-mail address",
  );
  expect(one({ Name: 'Acme', Industry: 'x' }, { fields: companyFields }).rejected).toBeUndefined();
  expect(one({ Name: '', Industry: 'x' }, { fields: companyFields }).rejected).toBe("The row has no 'Name'.");
});

test('empty cells and words for nothing leave no trace', () => {
  const row = one({ Name: 'Ana Silva', 'E-mail': ' ', Phone: 'N/A', City: '-', Country: 'null', Department: '' });
  expect(row).toMatchObject({ values: { firstName: 'Ana', lastName: 'Silva' }, issues: [], emails: [], phones: [] });
});

test('Null is a family name, and NA is Namibia', () => {
  expect(one({ 'Last name': 'Null', Country: 'NA' }).values).toEqual({ lastName: 'Null', country: 'NA' });
});

test('people may have several addresses and numbers, each once; the first is the primary one', () => {
  const row = one(
    {
      'E-mail': 'a@x.com; b@x.com',
      'Work e-mail': 'A@X.com, oops',
      Phone: '+49 171 1234567 | 0171 1234567',
      Mobile: '+1 415 555 2671',
    },
    { country: 'DE' },
  );
  expect(row.emails.map(({ key }) => key)).toEqual(['a@x.com', 'b@x.com']);
  expect(row.phones.map(({ value }) => value)).toEqual(['+491711234567', '+14155552671']);
  expect(row.values).toMatchObject({ email: 'a@x.com', phone: '+491711234567' });
  expect(row.issues).toHaveLength(1);
});

test('a phone number is read by the country of its row, wherever its column stands', () => {
  expect(one({ Phone: '06 12 34 56 78', Country: 'France' }, { country: 'US' }).values.phone).toBe('+33612345678');
});

test('columns of their own for the names win over a full name', () => {
  expect(one({ Name: 'Somebody Else', 'First name': 'Ana', 'Last name': 'Silva' }).values).toEqual({
    firstName: 'Ana',
    lastName: 'Silva',
  });
});

test('a name beside an address is taken where no column has one', () => {
  expect(one({ 'E-mail': '"Silva, Ana" <ana@x.com>' }).values).toMatchObject({ firstName: 'Ana', lastName: 'Silva' });
});

test('unmapped columns and surplus cells are kept with the row', () => {
  const { normalise } = compile(['E-mail', 'Shoe size']);
  expect(normalise(['a@x.com', '42', 'more']).unmapped).toEqual({ 'Shoe size': '42', 'Column 3': 'more' });
  expect(normalise(['a@x.com', '']).unmapped).toEqual({});
});

test('what points to other records is left as it was written', () => {
  expect(one({ 'E-mail': 'a@x.com', Owner: ' Bob  Lee ', 'Reports to': 'Eve' }).references).toEqual({
    ownerId: 'Bob Lee',
    reportsToId: 'Eve',
  });
  expect(one({ Name: 'Acme', 'Subsidiary of': 'Umbrella' }, { fields: companyFields }).references).toEqual({
    parentAccountId: 'Umbrella',
  });
});

test('dates and numbers are read as their column writes them', () => {
  const sample = [
    ['a@x.com', '1/2/2024', '1.234,5'],
    ['b@x.com', '25/2/2024', '7'],
  ];
  const { normalise, notices } = compile(['E-mail', 'Renewal', 'Spend'], sample);
  expect(normalise(['a@x.com', '1/2/2024', '1.234']).values).toMatchObject({
    'custom.renewal': '2024-02-01',
    'custom.spend': 1234,
  });
  expect(normalise(['a@x.com', '2/25/2024', '€ 5,50']).issues).toHaveLength(1);
  expect(notices).toEqual([]);
});

test('an ambiguous date column is read as usual in the country, and said', () => {
  const american = compile(['E-mail', 'Renewal'], [['a@x.com', '1/2/2024']], { country: 'US' });
  expect(american.normalise(['a@x.com', '1/2/2024']).values['custom.renewal']).toBe('2024-01-02');
  expect(american.notices[0]).toContain(
    "column 'Renewal' has dates that could be read in two ways: they are read as month/day/year",
  );
});

test('a mapping under which every row would be rejected is noticed before the start', () => {
  expect(compile(['City'])).toMatchObject({
    canIdentify: false,
    notices: [expect.stringContaining('every row would be rejected')],
  });
  expect(compile(['E-mail']).canIdentify).toBe(true);
});

test('formulas that were neutralised for a spreadsheet come back as they were', () => {
  expect(one({ Name: 'Ana Silva', Department: "'=SUM" }).values.department).toBe('=SUM');
  expect(one({ Name: 'Ana Silva', Phone: "'+49 171 1234567" }).values.phone).toBe('+491711234567');
});

test('no row whatever makes it throw or reach into objects', () => {
  const columns = [
    'Name',
    'E-mail',
    'Phone',
    'Country',
    'Consent date',
    'Seats',
    'Spend',
    'Tags',
    'Social links',
    'Company',
    'Website',
    'x',
  ];
  const { normalise } = compile(columns);
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('__proto__', '{"__proto__":{"x":1}}', '1e999', '-', "'", '9'.repeat(400), '\u0000', '\ud800'),
  );
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 15 }), (cells) => {
      const row = normalise(cells);
      expect(Object.getPrototypeOf(row.values)).toBe(Object.prototype);
      expect('x' in {}).toBe(false);
      return row.rejected === undefined || row.rejected !== '';
    }),
  );
});

test.each([' ', '/', '+', 'a@', ', ', '"', '1', '(', 'or ', 'x.', '<', "'"])(
  'a cell of a million times %j takes no time',
  (piece) => {
    const columns = [
      'Name',
      'First name',
      'E-mail',
      'Phone',
      'Country',
      'Consent date',
      'Seats',
      'Spend',
      'Tags',
      'Social links',
      'Company',
      'Website',
      'Stage',
      'Consent',
      'Notes',
      'City',
    ];
    const { normalise } = compile(columns);
    const startMs = performance.now();
    normalise(columns.map(() => piece.repeat(1_000_000 / piece.length)));
    expect(performance.now() - startMs).toBeLessThan(15_000);
  },
);
