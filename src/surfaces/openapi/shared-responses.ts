import type { Response } from './responses.ts';

/** An answer by its name among the components. */
export interface ResponseRef {
  $ref: string;
}

/**
 * The problems that operations answer, each said once: most have the same ones, and two hundred copies would be half of the document. Named by
 * their status and a number, in the order in which they come up.
 */
export class SharedResponses {
  readonly components: Record<string, Response> = {};
  readonly #names = new Map<string, string>();

  /** A problem's answer becomes a reference; any other is left as it is. */
  share(status: string, response: Response): Response | ResponseRef {
    if (!response.content?.['application/problem+json']) return response;
    const text = JSON.stringify(response);
    const known = this.#names.get(text);
    const name = known ?? this.#nameOf(status);
    if (known === undefined) {
      this.#names.set(text, name);
      this.components[name] = response;
    }
    return { $ref: `#/components/responses/${name}` };
  }

  #nameOf(status: string): string {
    let number = 1;
    while (this.components[`Problem${status}_${number}`]) number += 1;
    return `Problem${status}_${number}`;
  }
}
