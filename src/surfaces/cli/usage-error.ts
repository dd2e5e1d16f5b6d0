/** The command was not understood: exit code 2. */
export class UsageError extends Error {
  /** Where help is, as `kith contacts list --help`. */
  readonly help: string;

  constructor(message: string, help = 'kith --help') {
    super(message);
    this.name = 'UsageError';
    this.help = help;
  }
}
