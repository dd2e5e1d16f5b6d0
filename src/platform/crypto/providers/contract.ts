/** What protects the master keys where they lie. */
export interface KeyWrapper {
  /** Whether it has wrapped this line. */
  wrapped(line: string): boolean;
  /** A master key (32 bytes) as a line of text that only `unwrap` opens. */
  wrap(key: Buffer): Promise<string>;
  /** Throws `master_key_unusable` when it does not open. */
  unwrap(line: string): Promise<Buffer>;
}
