// `St` may be a street or a saint: both are written one way.
const groups = `street st str strasse straat stra saint
road rd
avenue ave av avda avenida
boulevard blvd bd
drive dr drv
lane ln
court ct crt
place pl plc
square sq
terrace tce ter terr
crescent cres cr crst
highway hwy
parkway pkwy
circuit cct
close cl
apartment apt appartement
suite ste
floor fl
building bldg
north n
south s
east e
west w
mount mt
fort ft
po box pobox postfach`;

const shortForms = new Map<string, string>();
for (const line of groups.split('\n')) {
  const [full = '', ...others] = line.split(' ');
  for (const other of others) if (!shortForms.has(other)) shortForms.set(other, full);
}
const attached = /(\p{L}{3,})(?:strasse|straße|str)$/u;

/** A folded address with its usual short forms written in full, one way: `12 main st` and `12 main street` are the same. */
export function spellOutStreet(folded: string): string {
  return folded
    .split(' ')
    .map((word) => shortForms.get(word) ?? word.replace(attached, '$1 street'))
    .join(' ');
}
