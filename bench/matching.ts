import { generateAccounts, generateContacts } from '#domain/demo';
import { accuracyOf, matchRecords, RecordTable } from '#domain/matching';
import { seededRandom } from '../src/domain/matching/rules/linkage/random.ts';
import { atMost, type Figure } from './kit.ts';

// Finding out who is the same among many contacts: made-up people of companies, one in seven of them written down a second time with slips,
// other addresses and gaps. Counted is the work of the processor, since the machine may be doing other things.
const sizes = [10_000, 30_000, 100_000];
const million = 1_000_000;
const mostSeconds = 60;
/** From the smallest size to the largest, more than n · log n costs. */
const mostGrowth = 1.5;

const columns = ['First name', 'Last name', 'E-mail', 'Phone', 'Company', 'Title', 'City', 'Country'];
const shareOfCopies = 0.15;
const gaps = 0.15;

interface Person {
  row: string[];
  truth: string;
}

function peopleOf(count: number): Person[] {
  const random = seededRandom(count);
  const accounts = generateAccounts(Math.ceil(count / 12), 1, new Date('2026-01-01T00:00:00Z'));
  const once = Math.floor(count * (1 - shareOfCopies));
  const people = [...generateContacts(once, accounts, 1)].map((one, at): Person => {
    const { firstName, lastName, email, phone, accountIndex, title, city, country } = one;
    const company = accounts[accountIndex]?.name ?? '';
    return { row: [firstName, lastName, email, phone ?? '', company, title, city, country], truth: String(at) };
  });
  while (people.length < count) {
    const { row, truth } = people[Math.floor(random() * once)] as Person;
    people.push({ row: row.map((cell, at) => copied(cell, at, random)), truth });
  }
  for (const { row } of people.slice(0, once))
    for (let at = 2; at < row.length; at++) if (random() < gaps) row[at] = '';
  return people.sort((left, right) => (left.row[3] as string).localeCompare(right.row[3] as string));
}

function copied(cell: string, at: number, random: () => number): string {
  const what = random();
  if (at === 2 && what < 0.3) return cell.replace(/@.*/, `${Math.floor(random() * 90)}@gmail.com`);
  if (what < 0.12 && at < 5 && cell.length > 3) {
    const place = 1 + Math.floor(random() * (cell.length - 2));
    return cell.slice(0, place) + cell.slice(place + 1);
  }
  return at > 1 && what < 0.4 ? '' : cell;
}

interface Measured {
  count: number;
  seconds: number;
  f1: number;
  precision: number;
}

function measured(people: readonly Person[]): Measured {
  const before = process.cpuUsage();
  const table = new RecordTable(
    columns,
    people.slice(0, 1_000).map(({ row }) => row),
  );
  for (const { row } of people) table.add(row);
  table.close();
  const { clusters } = matchRecords(table);
  const { user, system } = process.cpuUsage(before);
  const { f1, precision } = accuracyOf(
    clusters,
    people.map(({ truth }) => truth),
  );
  return { count: people.length, seconds: (user + system) / 1e6, f1, precision };
}

/** The curve of matching by the number of contacts; `full` for the million as well. */
export async function benchMatching(full: boolean): Promise<Figure[]> {
  measured(peopleOf(2_000));
  const curve = (full ? [...sizes, million] : sizes).map((count) => measured(peopleOf(count)));
  for (const { count, seconds, f1, precision } of curve)
    process.stderr.write(
      `${count.toLocaleString('en')} contacts matched in ${seconds.toFixed(1)} s: F1 ${f1.toFixed(3)}, precision ${precision.toFixed(3)}\n`,
    );
  const first = curve[0] as Measured;
  const last = curve.at(-1) as Measured;
  const work = ({ count }: Measured) => count * Math.log(count);
  const growth = (last.seconds / first.seconds) * (work(first) / work(last));
  const growthFigure = atMost(
    `growth from ${first.count.toLocaleString('en')} on, against n log n`,
    growth,
    mostGrowth,
    '×',
  );
  return last.count < million
    ? [growthFigure]
    : [atMost('matching a million contacts, work of one core', last.seconds, mostSeconds, ' s'), growthFigure];
}
