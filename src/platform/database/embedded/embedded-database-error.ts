/** Why the embedded database cannot run here, in words that say what to do. Its message is meant for the terminal. */
export class EmbeddedDatabaseError extends Error {
  override name = 'EmbeddedDatabaseError';
}
