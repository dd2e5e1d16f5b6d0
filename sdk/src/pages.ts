import type { CallOptions, Page } from './types.ts';

/** Every record of a list, page by page as they are asked for: `for await (const contact of kith.contacts.each({ … }))`. */
export async function* eachOf<Input extends { cursor?: string | undefined }, Row>(
  list: (input: Input, options?: CallOptions) => Promise<Page<Row>>,
  input: Input,
  options?: CallOptions,
): AsyncGenerator<Row, void, undefined> {
  for (let cursor = input.cursor; ; ) {
    const { data, page } = await list(cursor === undefined ? input : { ...input, cursor }, options);
    yield* data;
    if (page.next === undefined) return;
    cursor = page.next;
  }
}
