/**
 * An answer that is on its way from the database: all that makes it has been sent, so the commit can leave with it instead of after it. What
 * has been sent within a transaction fails with the transaction, which tells why.
 */
export class Later<Answer> {
  readonly #answer: Promise<Answer>;

  constructor(answer: Promise<Answer>) {
    this.#answer = answer;
    answer.catch(() => undefined);
  }

  /** The answer itself, once it is here. */
  arrived(): Promise<Answer> {
    return this.#answer;
  }
}

/** What an operation answered, whether it is here already or not. */
export async function arrived<Answer>(answer: Answer | Later<Answer>): Promise<Answer> {
  return answer instanceof Later ? answer.arrived() : answer;
}
