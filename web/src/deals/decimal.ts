const digits = 4;
const scale = 10n ** BigInt(digits);

/** A decimal as the API gives it, in ten-thousandths. */
function read(decimal: string | null): bigint {
  const [whole = '0', part = ''] = (decimal ?? '0').replace('-', '').split('.');
  const value = BigInt(whole || '0') * scale + BigInt(part.padEnd(digits, '0').slice(0, digits));
  return decimal?.startsWith('-') ? -value : value;
}

function print(value: bigint): string {
  const size = value < 0n ? -value : value;
  return `${value < 0n ? '-' : ''}${size / scale}.${String(size % scale).padStart(digits, '0')}`;
}

/** The sum of two decimals, exactly. */
export function plus(left: string | null, right: string | null): string {
  return print(read(left) + read(right));
}

export function minus(left: string | null, right: string | null): string {
  return print(read(left) - read(right));
}

/** So many percent of a decimal. */
export function share(decimal: string | null, percent: number): string {
  return print((read(decimal) * BigInt(Math.round(percent))) / 100n);
}
