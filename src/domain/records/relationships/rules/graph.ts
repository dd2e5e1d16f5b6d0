/** A record in the graph. */
export interface GraphNode {
  id: string;
  type: string;
  label: string;
  data: Record<string, unknown>;
}

/** A relationship or a built-in link, from the one that has it to the other. */
export interface GraphEdge {
  source: string;
  target: string;
  type: string;
  strength: number;
}

interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

/** What one step from some records comes to, these included; `cut` when there was more than was read. */
export interface Reach extends Graph {
  cut: boolean;
}

/** A graph that grows step by step, by breadth, to a number of nodes at most. */
export class GrowingGraph {
  readonly #nodes = new Map<string, GraphNode>();
  readonly #edges = new Map<string, GraphEdge>();
  readonly #most: number;
  #complete = true;

  constructor(mostNodes: number) {
    this.#most = mostNodes;
  }

  /** Takes in one step and answers with the ids of the nodes that are new. */
  grow({ nodes, edges, cut }: Reach): string[] {
    const there = new Map(nodes.map((node) => [node.id, node]));
    const fresh: string[] = [];
    for (const node of nodes) {
      if (this.#nodes.has(node.id)) continue;
      if (this.#nodes.size >= this.#most) this.#complete = false;
      else {
        this.#nodes.set(node.id, node);
        fresh.push(node.id);
      }
    }
    if (cut) this.#complete = false;
    for (const edge of edges) {
      if (there.has(edge.source) && there.has(edge.target))
        this.#edges.set(`${edge.source} ${edge.target} ${edge.type}`, edge);
    }
    return fresh;
  }

  /** The graph; `complete` is false when something was left out for being too much. */
  whole(): Graph & { complete: boolean } {
    const edges = [...this.#edges.values()].filter(
      ({ source, target }) => this.#nodes.has(source) && this.#nodes.has(target),
    );
    return { nodes: [...this.#nodes.values()], edges, complete: this.#complete };
  }
}
