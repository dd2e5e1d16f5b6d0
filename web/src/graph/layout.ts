/** Where a node stands, in pixels at full size; the record that was asked for is at 0, 0. */
export interface Point {
  x: number;
  y: number;
}

interface Link {
  source: string;
  target: string;
}

/** How far apart linked nodes want to be. */
const distancePx = 130;
const goldenAngle = Math.PI * (3 - Math.sqrt(5));
const mostSteps = 300;
/** What a layout may cost: pairs of nodes that are looked at, all steps together. */
const mostPairs = 4_000_000;

/** Nodes that are new begin around what they are linked with, the others where they are. */
function beginnings(
  ids: readonly string[],
  links: readonly Link[],
  root: string,
  known: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const points = new Map<string, Point>([[root, { x: 0, y: 0 }]]);
  for (const id of ids) points.set(id, known.get(id) ?? points.get(id) ?? { x: Number.NaN, y: Number.NaN });
  ids.forEach((id, at) => {
    const point = points.get(id);
    if (!point || !Number.isNaN(point.x)) return;
    const link = links.find(({ source, target }) => source === id || target === id);
    const near = link && points.get(link.source === id ? link.target : link.source);
    const from = near && !Number.isNaN(near.x) ? near : { x: 0, y: 0 };
    const far = distancePx * (0.6 + 0.05 * Math.sqrt(at));
    points.set(id, { x: from.x + far * Math.cos(at * goldenAngle), y: from.y + far * Math.sin(at * goldenAngle) });
  });
  return points;
}

/**
 * Places nodes so that linked ones are near and all have room: every pair pushes apart, every link pulls together, and the whole cools down
 * (Fruchterman and Reingold, 1991). The same graph is always placed the same way; nodes that stood somewhere move little.
 */
export function layOut(
  ids: readonly string[],
  links: readonly Link[],
  root: string,
  known: ReadonlyMap<string, Point> = new Map(),
): Map<string, Point> {
  const points = beginnings(ids, links, root, known);
  const nodes = ids.map((id) => ({ id, ...(points.get(id) as Point), dx: 0, dy: 0 }));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const pairs = links.flatMap(({ source, target }) => {
    const [a, b] = [byId.get(source), byId.get(target)];
    return a && b && a !== b ? [[a, b] as const] : [];
  });
  const steps = Math.max(40, Math.min(mostSteps, Math.floor(mostPairs / Math.max(1, nodes.length ** 2))));
  for (let step = 0; step < steps; step += 1) {
    for (const node of nodes) {
      // A little towards the middle, so that parts without a link between them do not drift away.
      node.dx = -node.x * 0.02;
      node.dy = -node.y * 0.02;
    }
    for (let at = 0; at < nodes.length; at += 1)
      for (let other = at + 1; other < nodes.length; other += 1) push(nodes[at] as Moving, nodes[other] as Moving);
    for (const [a, b] of pairs) pull(a, b);
    const mostPx = distancePx * 0.4 * (1 - step / steps);
    for (const node of nodes) if (node.id !== root) move(node, mostPx);
  }
  return new Map(nodes.map(({ id, x, y }) => [id, { x, y }]));
}

interface Moving extends Point {
  dx: number;
  dy: number;
}

function push(a: Moving, b: Moving): void {
  const [x, y] = [a.x - b.x || 0.1, a.y - b.y || 0.1];
  const force = distancePx ** 2 / Math.max(1, x * x + y * y);
  a.dx += x * force;
  a.dy += y * force;
  b.dx -= x * force;
  b.dy -= y * force;
}

function pull(a: Moving, b: Moving): void {
  const [x, y] = [a.x - b.x, a.y - b.y];
  const force = Math.hypot(x, y) / distancePx;
  a.dx -= x * force;
  a.dy -= y * force;
  b.dx += x * force;
  b.dy += y * force;
}

function move(node: Moving, mostPx: number): void {
  const far = Math.hypot(node.dx, node.dy) || 1;
  const share = Math.min(far, mostPx) / far;
  node.x += node.dx * share;
  node.y += node.dy * share;
}

/** The node that lies nearest in a direction (a unit vector), preferring what lies straight ahead; undefined when nothing does. */
export function nearestTowards(points: ReadonlyMap<string, Point>, from: string, towards: Point): string | undefined {
  const here = points.get(from);
  if (!here) return undefined;
  let best: { id: string; cost: number } | undefined;
  for (const [id, { x, y }] of points) {
    const ahead = (x - here.x) * towards.x + (y - here.y) * towards.y;
    const aside = Math.abs((x - here.x) * towards.y - (y - here.y) * towards.x);
    // What lies far to the side is another arrow's.
    if (id === from || ahead <= 0 || aside > ahead * 2) continue;
    const cost = ahead + aside * 2;
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id;
}
