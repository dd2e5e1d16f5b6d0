import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { all, begun, imported, sharedDataIsHere, sharedFile } from './import-fixture.ts';

const world = await testWorld();

const bytes = (hex: string) => Buffer.concat([Buffer.from(hex, 'hex'), deflateRawSync(Buffer.alloc(500, 7))]);
const workbook = Buffer.concat([bytes('504b0304'), Buffer.from('xl/worksheets/sheet1.xml')]);

test.each<[what: string, content: string | Buffer, says: RegExp]>([
  ['an empty file', '', /empty/],
  ['white space', ' \n\n ', /empty|no (?:rows|text|columns)|header/i],
  ['a picture', bytes('89504e470d0a1a0a'), /PNG image/],
  ['an archive', bytes('504b0304'), /ZIP archive/],
  ['a workbook', workbook, /Excel workbook/],
  ['a page', '<!doctype html><table><tr><td>Email</td></tr></table>', /HTML/],
  ['bytes without sense', Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256)), /./],
  ['ten thousand columns', `${Array.from({ length: 10_000 }, (_, index) => `c${index}`).join(',')}\n1\n`, /2[,.]?000/],
  ['a header alone', 'First name,Email\n', /no rows/],
  ['NUL bytes', 'First name,Email\nA\0na,ana@example.com\n', /NUL/],
  ['a column that identifies nobody', 'Shoe size,Colour\n40,red\n', /name, an e-mail address or a phone number/],
])('%s is refused with what it is and what to do', async (_, content, says) => {
  const refusal = await begun(world, content).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(refusal).toMatchObject({ name: 'Problem', status: 400, message: says });
});

test.each([
  [{ Email: 'emial' }, /email/],
  [{ Mail: 'email' }, /Email/],
  [{ Email: 'leadScore' }, /leadScore/],
  [{ Email: 'custom.region' }, /region/],
])('a mapping to what is not there is refused with what is near: %j', async (mapping, says) => {
  const file = 'First name,Email\nAna,ana@example.com\n';
  await expect(begun(world, file, { mapping })).rejects.toMatchObject({ code: 'validation_failed', message: says });
});

const people = 'First name,Email,City\r\nJürgen,juergen@h.example,Köln\r\nZoë,zoe@h.example,Liège\r\n';

test.each<[encoding: string, content: Buffer]>([
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${people}`)],
  ['UTF-16 little end first', Buffer.from(`\uFEFF${people}`, 'utf16le')],
  ['UTF-16 big end first', Buffer.from(`\uFEFF${people}`, 'utf16le').swap16()],
  ['Latin-1', Buffer.from(people, 'latin1')],
])('a file in %s is read with its letters', async (encoding, content) => {
  const mine = `${encoding.toLowerCase().replace(/\W/g, '')}.example`;
  const text =
    content.indexOf('h.example') > 0
      ? Buffer.from(content.toString('latin1').replaceAll('h.example', mine), 'latin1')
      : content;
  expect(await imported(world, text)).toMatchObject({ status: 'done', rows: 2, rejected: 0 });
  const found = await all(world, 'contacts', { city: { in: ['Köln', 'Liège'] } });
  expect(found.map((one) => one.firstName)).toEqual(expect.arrayContaining(['Jürgen', 'Zoë']));
});

test('half a character in UTF-16 becomes a mark, and its row comes in', async () => {
  const text = Buffer.from('\uFEFFFirst name,Email,City\r\nA\ud800na,half@h.example,B\udc00\r\n', 'utf16le');
  expect(await imported(world, text)).toMatchObject({ status: 'done', created: 1 });
});

test('two columns of one name are told, and both are read', async () => {
  const one = await imported(world, 'Email,Email,First name\na1@d.example,a2@d.example,Ana\n');
  expect(one).toMatchObject({ created: 1 });
  expect(one.notices.join(' ')).toMatch(/Email/);
});

test('a file cut in the middle loses its last row only, and says so', async () => {
  const whole = 'First name,Email,City\nAna,cut1@c.example,Rome\nBo,cut2@c.example,Oslo\nCy,cut3@c.example,Bonn\n';
  expect(await imported(world, whole.slice(0, whole.lastIndexOf(',')))).toMatchObject({
    rows: 3,
    created: 2,
    rejected: 1,
  });
});

test('a formula in a cell is a text like any other', async () => {
  await imported(world, 'First name,Email,City\nEve,formula@f.example,"=HYPERLINK(""http://x"")"\n');
  const [found] = await all(world, 'contacts', { email: { eq: 'formula@f.example' } });
  expect(found.city).toBe('=HYPERLINK("http://x")');
});

test('a damaged row costs itself only', async () => {
  const file =
    'First name,Email,City\nAna,n1@n.example,Rome\nBo,"n2@n.example,Oslo\nCy,n3@n.example,Bonn\n,,\nDi,n4@n.example,Lima,more,cells\n';
  expect(await imported(world, file)).toMatchObject({ status: 'done', rows: 4, created: 3, rejected: 1 });
});

test('names of fields that every object has do no harm', async () => {
  const one = await imported(world, 'First name,Email,__proto__,constructor,toString\nAna,proto@p.example,a,b,c\n');
  expect(one).toMatchObject({ created: 1, mapping: { constructor: null, toString: null } });
});

test('a line without an end costs its row only, and is never held in memory', async () => {
  const part = Buffer.alloc(4 * 1024 * 1024, 'x');
  async function* lines() {
    yield Buffer.from('First name,Email\nAna,before@l.example\nEndless,');
    for (let sent = 0; sent < 300_000_000; sent += part.length) yield part;
    yield Buffer.from('\nBo,behind@l.example\n');
  }
  let peak = 0;
  const watching = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const before = process.memoryUsage().rss;
  const one = await imported(world, lines());
  clearInterval(watching);
  expect(one).toMatchObject({ status: 'done', rows: 3, created: 2, rejected: 1 });
  expect((peak - before) / 1e6).toBeLessThan(150);
}, 60_000);

const spectrum = ['comma_in_quotes', 'escaped_quotes', 'json', 'newlines', 'quotes_and_newlines', 'simple', 'utf8'];

test.runIf(sharedDataIsHere).each(spectrum)(
  '%s of the CSV spectrum comes in whole when something in it names somebody',
  async (name) => {
    const content = (await sharedFile(`csv/files/${name}.csv`)) as Buffer;
    const [first = ''] = content.toString('utf8').split(/[\r\n,]/);
    const column = first.replace(/^"|"$/g, '');
    const one = await imported(world, content, { mapping: { [column]: 'lastName' } });
    expect(one).toMatchObject({ status: 'done', progress: 1 });
    expect(one.created + one.merged + one.rejected).toBe(one.rows);
  },
);
