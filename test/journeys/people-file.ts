function peopleText(): string {
  const lines = ['First Name;Last Name;E-Mail;Mobile Phone;Company;Job Title;City;Country;Shoe Size'];
  for (let i = 0; i < 600; i += 1) lines.push(person(i));
  for (let i = 0; i < 5; i += 1) lines.push(person(i * 7));
  lines.push(';;;;Nobody Ltd;CEO;;;', ';;no address;;;;;;', ';;;;;;;;42');
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

const titles = ['CEO', 'Head of Sales', 'VP Marketing', 'Engineer', 'Buyer'];
const first = ['Ada', 'Zoë', 'José', 'Łukasz', 'Mia', 'Ben'];

function person(i: number): string {
  const title = i === 3 ? '=HYPERLINK("http://evil.example")' : titles[i % titles.length];
  const phone = i % 2 === 0 ? `+49 30 ${5_000_000 + i}` : '';
  const last = i === 1 ? "O'Brien-Smith-Featherstonehaugh of Chalfont St Giles" : `Person${String(i).padStart(3, '0')}`;
  return `${first[i % first.length]};${last};p${i}@company${i % 60}.example;${phone};Company ${i % 60} GmbH;"${title?.replaceAll('"', '""')}";Berlin;Germany;${36 + (i % 10)}`;
}

/** A file as a sales person has it: 600 people of 60 companies, five of them twice, three rows that name nobody, a formula, and strange names. */
export const peopleFile = {
  rows: 608,
  created: 600,
  merged: 5,
  rejected: 3,
  text: peopleText(),
};
