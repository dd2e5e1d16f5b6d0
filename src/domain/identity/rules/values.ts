const addressShape = /^[^\s@,;:<>()[\]"\\]{1,64}@[^\s@,;:<>()[\]"\\]{1,190}$/u;

/** An address that somebody signs in with, in the one form that is stored and compared; undefined when it is none. */
export function signInAddress(text: string): string | undefined {
  const address = text.trim().normalize('NFC').toLowerCase();
  return addressShape.test(address) && !/\p{Cc}/u.test(address) ? address : undefined;
}

/** The name as a whole, and its parts: what is given goes before what was stored. */
export interface NameParts {
  name?: string | null | undefined;
  firstName?: string | null | undefined;
  lastName?: string | null | undefined;
}

/** Completes a name: the whole from its parts, or the parts from the whole at its first space. Undefined when nothing of it was given. */
export function completedName(given: NameParts, before: NameParts, otherwise: string): NameParts | undefined {
  if (given.name !== undefined && given.firstName === undefined && given.lastName === undefined) {
    const name = (given.name ?? '').trim();
    const space = name.indexOf(' ');
    if (!name) return { name: otherwise, firstName: null, lastName: null };
    if (space < 0) return { name, firstName: name, lastName: null };
    return { name, firstName: name.slice(0, space), lastName: name.slice(space + 1).trim() || null };
  }
  if (given.name === undefined && given.firstName === undefined && given.lastName === undefined) return undefined;
  const firstName = given.firstName === undefined ? before.firstName : given.firstName;
  const lastName = given.lastName === undefined ? before.lastName : given.lastName;
  const whole = [firstName, lastName].filter(Boolean).join(' ');
  return { name: given.name?.trim() || whole || otherwise };
}

/** Whether it is a time zone that the machine knows, as `Europe/Berlin`. */
export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return !text.includes('\u0000');
  } catch {
    return false;
  }
}

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Whether it is an ISO 3166 code of two letters, as `DE`. */
export function isCountryCode(text: string): boolean {
  return /^[A-Z]{2}$/.test(text) && regions.of(text) !== undefined && text !== 'ZZ';
}
