/** A file that was dropped elsewhere, on its way to the wizard: a file cannot stand in an address. */
let waiting: File | undefined;

export function giveFile(file: File): void {
  waiting = file;
}

/** Takes the waiting file, once. */
export function takeFile(): File | undefined {
  const file = waiting;
  waiting = undefined;
  return file;
}
