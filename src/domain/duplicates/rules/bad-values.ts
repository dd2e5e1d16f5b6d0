const pointsAValue = 8;
const most = 3;

/** How many values of a record could not be read when it was written: what its stored quality lacks against that of the same record without any. */
export function badValuesOf(stored: number, flawless: number): number {
  return Math.max(0, Math.min(most, Math.ceil((flawless - stored) / pointsAValue)));
}
