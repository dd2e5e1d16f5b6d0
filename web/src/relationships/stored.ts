import { queryOptions } from '@tanstack/react-query';
import { keptChangeSet, sayWithUndo } from '../data/changes.ts';
import { kith, type Page } from '../data/kith.ts';
import { queryClient } from '../data/query-client.ts';

/** How a record stands to another, seen from one of them. */
export interface Relationship {
  id: string;
  type: string;
  /** What a custom one is called. */
  label: string;
  strength: number;
  notes: string | null;
  direction: 'out' | 'in';
  /** The record at the other end; null when it is gone. */
  other: { id: string; name: string; type: string } | null;
}

export interface GraphNode {
  id: string;
  type: string;
  label: string;
}

export interface GraphEdge {
  source: string;
  target: string;
  type: string;
  strength: number;
}

export interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
  /** Something was left out for being too much. */
  complete: boolean;
}

const shownMost = 100;

export const relationshipsOptions = (id: string) =>
  queryOptions({
    queryKey: ['relationships', 'of', id],
    queryFn: ({ signal }) =>
      kith.call<Page<Relationship>>(
        { method: 'GET', path: '/relationships' },
        { of: id, sort: '-strength', limit: shownMost },
        { signal },
      ),
    select: (answer: Page<Relationship>) => answer.data,
  });

/** A record with what is one step away from it. */
export const graphOptions = (id: string) =>
  queryOptions({
    queryKey: ['relationships', 'graph', id],
    queryFn: ({ signal }) =>
      kith.call<Graph>({ method: 'GET', path: '/graph' }, { of: id, depth: 1, limit: shownMost }, { signal }),
  });

/** Does it, says so with the way back, and shows everywhere what came of it. Throws what the server refuses. */
async function written(said: string, run: (call: object) => Promise<unknown>): Promise<void> {
  const kept = keptChangeSet();
  try {
    await run(kept.call);
    sayWithUndo(said, kept.id());
  } finally {
    void queryClient.invalidateQueries({ queryKey: ['relationships'] });
  }
}

export const saveRelationship = (id: string | undefined, values: object, said: string) =>
  written(said, (call) =>
    id
      ? kith.call({ method: 'PATCH', path: '/relationships/:id' }, { ...values, id }, call)
      : kith.call({ method: 'POST', path: '/relationships' }, values, call),
  );

export const removeRelationship = (id: string, said: string) =>
  written(said, (call) => kith.call({ method: 'DELETE', path: '/relationships/:id' }, { id }, call));
