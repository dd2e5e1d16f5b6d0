import { Random } from './random.ts';

export interface LeadFile {
  text: string;
  /** How many rows of each kind it has, as the generator knows them. */
  rows: number;
  rejected: number;
  /** How many different people there are in it. */
  people: number;
}

const firstNames = ['Ada', 'Zoë', 'José', 'Łukasz', 'Ольга', 'Mia', 'Ben', 'Chloe', 'Noah', 'Ines'];
const lastNames = ["O'Brien", 'Müller', 'García', 'Nowak', 'Smith', 'Rossi', 'Dubois', 'Silva', 'Jansen', 'Berg'];
const titles = ['CEO', 'Head of Sales', 'Engineer', 'VP Marketing', 'Buyer', ''];
const forms = ['GmbH', 'Ltd', 'Inc.', ''];
const header = 'First Name,Last Name,Email,Phone,Company,Job Title,City,Country,Shoe Size';

/** Rows that are all different people, named so that a second file can name them again. */
export function knownPeople(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, i) => `Known,Person${i},known${i}@old.example,,Old ${i % 20} Ltd,Buyer,Rome,IT,41`,
  );
  return `${[header, ...rows].join('\n')}\n`;
}

/**
 * A file of leads: mostly new people; every 11th row is somebody of an earlier row again, every 40th somebody of `knownPeople`, every 50th
 * has nobody in it, and further down every 400th has a damaged cell; companies recur in several spellings.
 */
export function leadFile(rows: number, known: number, seed: number): LeadFile {
  const random = new Random(seed);
  const lines = [header];
  let people = 0;
  let rejected = 0;
  for (let row = 1; row <= rows; row += 1) {
    if (row % 50 === 0) {
      lines.push(`,,${row % 100 === 0 ? '' : 'not an address'},,Nobody ${row} Inc.,CEO,Oslo,NO,`);
      rejected += 1;
    } else if (row > 6000 && row % 400 === 1) {
      lines.push(`Torn,Row${row},torn\0${row}@x.example,,,,,,`);
      rejected += 1;
    } else if (row % 40 === 7) {
      const i = random.below(known);
      lines.push(`Known,Person${i},KNOWN${i}@old.example,,Old ${i % 20} LTD.,${random.pick(titles)},Rome,Italy,42`);
    } else if (row % 11 === 5 && people > 0) {
      lines.push(person(random.below(people), random));
    } else {
      lines.push(person(people, random));
      people += 1;
    }
  }
  return { text: `${lines.join('\r\n')}\r\n`, rows, rejected, people };
}

function person(number: number, random: Random): string {
  const first = firstNames[number % firstNames.length];
  const last = `${lastNames[Math.floor(number / 10) % lastNames.length]} ${wordOf(number)}`;
  const company = `${wordOf(number % 900)} Works ${random.pick(forms)}`;
  const phone = number % 3 === 0 ? `+49 30 ${2_000_000 + number}` : '';
  const email = `${number % 5 === 0 ? 'P' : 'p'}${number}@${wordOf(number % 700)}.example`;
  return `${first},"${last}",${email},${phone},"${company}",${random.pick(titles)},"Sankt\n${wordOf(number % 50)}",DE,${36 + (number % 12)}`;
}

/** A word of its own for each number. */
function wordOf(number: number): string {
  const letters = 'bcdfghklmnprstvz';
  const vowels = 'aeiou';
  let word = '';
  for (let rest = number + 1; rest > 0; rest = Math.floor(rest / 80)) word += letters[rest % 16] ?? '';
  return `${word}${vowels[number % 5]}${number}`;
}
