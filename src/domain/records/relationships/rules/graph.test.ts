import { expect, test } from 'vitest';
import { GrowingGraph } from './graph.ts';

const node = (id: string) => ({ id, type: 'contact', label: id, data: {} });
const edge = (source: string, target: string) => ({ source, target, type: 'works_with', strength: 50 });

test('a graph grows by what is new, and an edge that is found from both ends is one', () => {
  const graph = new GrowingGraph(10);
  expect(graph.grow({ nodes: [node('a'), node('b')], edges: [edge('a', 'b')], cut: false })).toEqual(['a', 'b']);
  expect(graph.grow({ nodes: [node('b'), node('c')], edges: [edge('a', 'b'), edge('b', 'c')], cut: false })).toEqual([
    'c',
  ]);
  expect(graph.whole()).toMatchObject({ edges: [edge('a', 'b'), edge('b', 'c')], complete: true });
});

test('an edge to what is not there is left out', () => {
  const graph = new GrowingGraph(10);
  graph.grow({ nodes: [node('a')], edges: [edge('a', 'gone')], cut: false });
  expect(graph.whole()).toEqual({ nodes: [node('a')], edges: [], complete: true });
});

test('what was cut off is told', () => {
  const graph = new GrowingGraph(10);
  graph.grow({ nodes: [node('a')], edges: [], cut: true });
  expect(graph.whole().complete).toBe(false);
});

test('beyond its size a graph says that it is not complete', () => {
  const graph = new GrowingGraph(2);
  graph.grow({ nodes: [node('a'), node('b'), node('c')], edges: [edge('a', 'b'), edge('b', 'c')], cut: false });
  expect(graph.whole()).toEqual({ nodes: [node('a'), node('b')], edges: [edge('a', 'b')], complete: false });
});
