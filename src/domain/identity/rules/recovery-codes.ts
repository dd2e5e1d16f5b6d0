/** Letters and digits that nobody mixes up when reading them from paper. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 4;
const groupLength = 4;

/** A code as it is shown, `k7mp-2qxa-…`, made of random bytes (16 at least): about 79 bits. */
export function recoveryCode(random: Uint8Array): string {
  const letters = [...random.subarray(0, groups * groupLength)].map((byte) => alphabet[byte % alphabet.length]);
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as it is stored and compared, however somebody has typed it; undefined for what cannot be one. */
export function normalisedRecoveryCode(text: string): string | undefined {
  const letters = text.toLowerCase().replace(/[\s-]/g, '');
  return new RegExp(`^[${alphabet}]{${groups * groupLength}}$`).test(letters) ? letters : undefined;
}
