const longest = 255;
/** Signs that write nothing themselves and turn or hide what others write: `gnp.exe` looks like `exe.png` behind one. */
const invisible = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const separators = /^.*[\\/]/s;

/** The name under which a file is kept: no path, nothing invisible, at most 255 characters with its ending kept. It never becomes part of a path. */
export function safeName(given: string): string {
  const bare = given
    .toWellFormed()
    .normalize('NFC')
    .replace(invisible, '')
    .replace(separators, '')
    .replace(/\s+/g, ' ');
  const name = bare.trim().replace(/^\.+$/, '');
  if (name === '') return 'file';
  if (name.length <= longest) return name;
  const ending = /\.[^.]{1,20}$/.exec(name)?.[0] ?? '';
  return (
    name
      .slice(0, longest - ending.length)
      .toWellFormed()
      .replace(/\uFFFD$/, '') + ending
  );
}

/** What makes two names the same: case does not. */
export function nameKey(name: string): string {
  return name.toLowerCase().normalize('NFC');
}

/** The name, or with a number before its ending the first that is not taken: `contract (2).pdf`. */
export function freeName(name: string, isTaken: (key: string) => boolean): string {
  const [, stem = name, ending = ''] = /^(.+?)(\.[^.]{1,20})?$/s.exec(name) ?? [];
  let free = name;
  for (let number = 2; isTaken(nameKey(free)); number++) free = safeName(`${stem} (${number})${ending}`);
  return free;
}
