import type { Answer, Client, Request } from './client.ts';
import type { Random } from './random.ts';

/** A contact as the writer knows it from the answers that it was given. */
interface Known {
  id: string;
  title: string;
  deleted: boolean;
  version: number;
  activities: string[];
  /** The last change set of this contact that can be taken back, and what it did. */
  last?: { changeSetId: string; undo: () => void } | undefined;
}

/** Sends random writes one after the other, each with a key of its own, and keeps the books of what was acknowledged. */
export class Writer {
  readonly contacts: Known[] = [];
  /** Requests that had to be sent more than once. */
  repeated = 0;
  /** Of those, the ones whose first try had been done after all. */
  replayed = 0;
  /** Every status that it has seen, and `lost` where there was no answer. */
  readonly outcomes = new Set<number | 'lost'>();
  readonly #client: Client;
  readonly #name: string;
  readonly #random: Random;
  readonly #shared: string;
  #number = 0;
  sharedWrites = 0;
  #lastAnswered: { request: Request; answer: Answer } | undefined;

  constructor(client: Client, name: string, random: Random, shared: string) {
    this.#client = client;
    this.#name = name;
    this.#random = random;
    this.#shared = shared;
  }

  async run(goesOn: () => boolean): Promise<void> {
    while (goesOn()) await this.#step();
  }

  /** Sends the last acknowledged write once more; answers whether it gets the very same answer. */
  async repeatLast(): Promise<boolean> {
    if (!this.#lastAnswered) return true;
    const { request, answer } = this.#lastAnswered;
    const again = await this.#client.insist(request);
    const told = ({ status, text, headers }: Answer) => [
      status,
      text,
      headers.get('etag'),
      headers.get('kith-change-set'),
    ];
    const same = JSON.stringify(told(again)) === JSON.stringify(told(answer));
    return same && again.headers.get('idempotency-replayed') === 'true';
  }

  async #step(): Promise<void> {
    const own = this.contacts.length > 0 ? this.#random.pick(this.contacts) : undefined;
    const dice = this.#random.next();
    if (!own || dice < 0.3) await this.#create();
    else if (dice < 0.4) await this.#writeShared();
    else if (own.last && dice < 0.6) await this.#undo(own);
    else if (own.deleted) await this.#restore(own);
    else if (dice < 0.75) await this.#update(own);
    else if (dice < 0.92) await this.#log(own);
    else await this.#delete(own);
  }

  async #write(request: Request, expected: number): Promise<Answer> {
    this.#number += 1;
    const keyed = { ...request, idempotencyKey: `${this.#name}-${this.#number}` };
    let tries = 0;
    const answer = await this.#client.insist(keyed, (outcome) => {
      tries += 1;
      this.outcomes.add(outcome);
    });
    if (answer.status !== expected)
      throw new Error(
        `${request.method} ${request.path} ${JSON.stringify(request.body)}: ${answer.status} ${answer.text}`,
      );
    if (tries > 1) this.repeated += 1;
    if (answer.headers.get('idempotency-replayed')) this.replayed += 1;
    this.#lastAnswered = { request: keyed, answer };
    return answer;
  }

  async #create(): Promise<void> {
    const title = `${this.#name} ${this.#number}`;
    const email = `${this.#name}.${this.#number}@writers.example`;
    const body = { firstName: 'Wri', lastName: `Ter ${this.#name} ${this.#number}`, email, title };
    const answer = await this.#write({ method: 'POST', path: '/contacts', body }, 201);
    this.contacts.push({ id: answer.body.id, title, deleted: false, version: 1, activities: [] });
  }

  async #update(one: Known): Promise<void> {
    const before = one.title;
    one.title = `${this.#name} ${this.#number}`;
    const answer = await this.#write({ method: 'PATCH', path: `/contacts/${one.id}`, body: { title: one.title } }, 200);
    this.#changed(one, answer, () => {
      one.title = before;
    });
  }

  async #delete(one: Known): Promise<void> {
    const answer = await this.#write({ method: 'DELETE', path: `/contacts/${one.id}` }, 204);
    one.deleted = true;
    this.#changed(one, answer, () => {
      one.deleted = false;
    });
  }

  async #restore(one: Known): Promise<void> {
    await this.#write({ method: 'POST', path: `/contacts/${one.id}/restore` }, 200);
    one.deleted = false;
    one.version += 1;
    one.last = undefined;
  }

  async #undo(one: Known): Promise<void> {
    const { changeSetId, undo } = one.last ?? { changeSetId: '', undo: () => undefined };
    one.last = undefined;
    const answer = await this.#write({ method: 'POST', path: `/changes/${changeSetId}/undo` }, 200);
    if (answer.body.undone !== 1) throw new Error(`An undo took back nothing: ${answer.text}`);
    undo();
    one.version += 1;
  }

  async #log(one: Known): Promise<void> {
    const subject = `${this.#name} ${this.#number}`;
    const body = { type: this.#random.pick(['note', 'call', 'email_open']), subject, contactId: one.id };
    const answer = await this.#write({ method: 'POST', path: '/activities', body }, 201);
    one.activities.push(answer.body.id);
  }

  /** All writers change this contact, without looking what the others do. */
  async #writeShared(): Promise<void> {
    const body = { title: `${this.#name} ${this.#number}` };
    await this.#write({ method: 'PATCH', path: `/contacts/${this.#shared}`, body }, 200);
    this.sharedWrites += 1;
  }

  #changed(one: Known, answer: Answer, undo: () => void): void {
    one.version += 1;
    const changeSetId = answer.headers.get('kith-change-set');
    // Deleted twice in the same second would be the same record in another state, so only the last change is taken back.
    one.last = changeSetId ? { changeSetId, undo } : undefined;
  }
}
