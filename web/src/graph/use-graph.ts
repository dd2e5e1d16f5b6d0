import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { type Graph, type GraphEdge, type GraphNode, graphOptions } from '../relationships/stored.ts';
import { layOut, type Point } from './layout.ts';

/** Graphs of several records as one. */
function merged(graphs: readonly Graph[]): Graph {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  for (const graph of graphs) {
    for (const node of graph.nodes) nodes.set(node.id, node);
    for (const edge of graph.edges) edges.set(`${edge.source} ${edge.target} ${edge.type}`, edge);
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()], complete: graphs.every((graph) => graph.complete) };
}

/** What can still be reached from the root when only some links are shown. */
function reachable(root: string, { nodes, edges, complete }: Graph, isShown: (edge: GraphEdge) => boolean): Graph {
  const shown = edges.filter(isShown);
  const reached = new Set([root]);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const { source, target } of shown)
      if (reached.has(source) || reached.has(target)) reached.add(source).add(target);
  }
  return {
    nodes: nodes.filter((node) => reached.has(node.id)),
    edges: shown.filter((edge) => reached.has(edge.source)),
    complete,
  };
}

/** The answers as one graph; that of the root comes first. It stays the same object for as long as they hold the same. */
function together(answers: UseQueryResult<Graph>[]) {
  const graphs = answers.flatMap(({ data }) => data ?? []);
  return {
    whole: merged(graphs),
    first: answers[0]?.data?.nodes[0]?.id,
    pending: answers[0]?.isPending === true,
    error: answers.find((answer) => answer.error)?.error ?? null,
    failed: answers.filter(({ isError }) => isError).map(({ refetch }) => refetch),
  };
}

/** The graph around a record as far as it has been opened, narrowed by the kinds of its links and their strength. */
export function useGraph(asked: string) {
  const [opened, setOpened] = useState<readonly string[]>([asked]);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [atLeast, setAtLeast] = useState(0);
  const { whole, first, pending, error, failed } = useQueries({
    queries: opened.map((id) => graphOptions(id)),
    combine: together,
  });
  // The answer names a record of a kind of the workspace by the prefix of its kind.
  const root = first ?? asked;
  const graph = useMemo(
    () => reachable(root, whole, (edge) => !hidden.has(edge.type) && edge.strength >= atLeast),
    [root, whole, hidden, atLeast],
  );
  const known = useRef<ReadonlyMap<string, Point>>(new Map());
  const points = useMemo(() => {
    const placed = layOut(
      graph.nodes.map(({ id }) => id),
      graph.edges,
      root,
      known.current,
    );
    known.current = new Map([...known.current, ...placed]);
    return placed;
  }, [graph, root]);
  return {
    root,
    graph,
    points,
    types: [...new Set(whole.edges.map((edge) => edge.type))].sort(),
    hidden,
    toggleType: (type: string) =>
      setHidden((now) => new Set(now.has(type) ? [...now].filter((one) => one !== type) : [...now, type])),
    atLeast,
    setAtLeast,
    isOpen: (id: string) => opened.includes(id) || id === root,
    open: (id: string) => setOpened((now) => (now.includes(id) || id === root ? now : [...now, id])),
    pending,
    error,
    retry: () => {
      for (const refetch of failed) void refetch();
    },
  };
}

export type GraphState = ReturnType<typeof useGraph>;
