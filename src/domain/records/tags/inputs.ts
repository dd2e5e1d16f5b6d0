import { z } from 'zod';

/** A tag, as it may be given to a record. */
export const tagInput = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((text) => !text.includes('\u0000') && text.isWellFormed(), 'must not contain NUL characters');
