const firstNames = ['Ana', 'Bo', 'Cy', 'Di', '', 'Eva'];
const lastNames = ['Silva', 'Berg', 'Dorn', ''];
const companies = ['Acme Inc.', 'ACME', 'Globex', 'Initech GmbH', '', '', 'Umbrella'];
const cities = ['Oslo', 'Rome', '', 'Bonn'];
const employees = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** A CSV of people with duplicates, bad cells, empty rows, several addresses and companies: the same seed gives the same file. */
export function randomFile(seed: number, rows: number): string {
  let state = (seed + 1) * 2_654_435_761;
  const below = (limit: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
  const pick = (list: readonly string[]) => list[below(list.length)] ?? '';
  const email = () => {
    const address = `${pick(employees)}${below(Math.ceil(rows / 4))}@random.example`;
    return [
      '',
      address,
      address,
      address,
      address.toUpperCase(),
      'not-a-mail',
      `${address}; b${below(20)}@random.example`,
      'info@random.example',
    ][below(8)];
  };
  const phone = () => ['', '', `+49 30 9018${1000 + below(rows)}`, '12', '+4930901820'][below(5)];
  const lines = Array.from({ length: rows }, () =>
    below(15) === 0
      ? ',,,,,,x'
      : [pick(firstNames), pick(lastNames), email(), phone(), pick(companies), pick(cities), below(3)].join(','),
  );
  return `First name,Last name,Email,Phone,Company,City,Shoe size\n${lines.join('\n')}\n`;
}
