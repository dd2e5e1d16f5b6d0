import { expect, test } from 'vitest';
import { blockReader, eventsOf } from './events.ts';

function blocksOf(...pieces: string[]) {
  const blocks: object[] = [];
  const read = blockReader((block) => blocks.push(block));
  for (const piece of pieces) read(piece);
  return blocks;
}

const stream =
  'retry: 2000\nid: 1\n\nevent: a\nid: 2\ndata: {"x":1}\n\n: still here\nid: 3\n\ndata: one\ndata: two\n\n';
const expected = [
  { data: '', id: '1' },
  { data: '{"x":1}', event: 'a', id: '2' },
  { data: '', id: '3' },
  { data: 'one\ntwo' },
];

test('a stream is read the same whatever pieces it comes in', () => {
  expect(blocksOf(stream)).toEqual(expected);
  expect(blocksOf(...stream)).toEqual(expected);
  expect(blocksOf(...stream.replaceAll('\n', '\r\n'))).toEqual(expected);
});

test('a block that is not finished is not told', () => {
  expect(blocksOf('data: half')).toEqual([]);
});

test('whoever stops hears nothing more, though more came in the same piece', async () => {
  const stop = new AbortController();
  const heard: string[] = [];
  const answer = async () => new Response('event: a\ndata: {}\n\nevent: b\ndata: {}\n\n');
  for await (const { type } of eventsOf({ baseUrl: 'http://localhost', fetch: answer }, { signal: stop.signal })) {
    heard.push(type);
    stop.abort();
  }
  expect(heard).toEqual(['a']);
});
