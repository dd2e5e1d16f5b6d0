import { z } from 'zod';

/** One setting of the environment: its name, what it is for, an example, and how its text is read. */
export interface Entry<T> {
  name: string;
  /** One or two sentences: what it does, and what happens without it. */
  about: string;
  example: string;
  /** `secret` is never printed; `url` is printed without its password. */
  secrecy: 'open' | 'secret' | 'url';
  schema: z.ZodType<T, string | undefined>;
}

interface EntryDetails<T> {
  about: string;
  example: string;
  secrecy?: Entry<T>['secrecy'];
  schema: z.ZodType<T, string | undefined>;
}

/** Declares a setting; its default stands in the schema. */
export function entry<T>(name: string, details: EntryDetails<T>): Entry<T> {
  return { name, secrecy: 'open', ...details };
}

export const text = z.string();

export const wholeNumber = (lowest: number, highest: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/, `must be a whole number from ${lowest} to ${highest}`)
    .transform(Number)
    .refine((value) => value >= lowest && value <= highest, `must be from ${lowest} to ${highest}`);

export const fraction = z
  .string()
  .regex(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/, 'must be a number from 0 to 1, such as 0.1')
  .transform(Number);

const flagValues = ['on', 'off', 'true', 'false', '1', '0'] as const;

export const flag = z
  .string()
  .toLowerCase()
  .pipe(z.enum(flagValues, 'must be on or off'))
  .transform((value) => value === 'on' || value === 'true' || value === '1');

export const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** A URL with one of the schemes, such as `['https:', 'http:']`. */
export const url = (...schemes: string[]) =>
  z.string().refine(
    (value) => {
      const parsed = URL.canParse(value) ? new URL(value) : undefined;
      return parsed !== undefined && schemes.includes(parsed.protocol);
    },
    `must be a URL that starts with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`,
  );

export const oneOf = <const T extends readonly string[]>(...values: T) =>
  z.enum(values, `must be one of ${values.join(', ')}`);
