import type { KeyWrapper } from './contract.ts';

/** The key itself in base64, protected by the rights of its file alone. */
export const plainKeys: KeyWrapper = {
  wrapped: (line) => !line.includes(':'),
  wrap: async (key) => key.toString('base64'),
  unwrap: async (line) => Buffer.from(line.trim(), 'base64'),
};
