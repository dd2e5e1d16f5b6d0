import { Maximize, Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import type { GraphEdge, GraphNode } from '../relationships/stored.ts';
import { linkWords } from '../relationships/type-words.ts';
import { texts, graphTexts as words } from '../texts/index.ts';
import { IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { nearestTowards, type Point } from './layout.ts';
import { kindWords, outlineOf } from './shape.tsx';
import type { GraphState } from './use-graph.ts';
import { useSight } from './use-sight.ts';

const directions: Record<string, Point> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};
const step = 1.3;
/** From this scale on there is room for the words of links, unless there are too many. */
const [wordsFrom, wordsMost] = [0.6, 80];
const longestName = 26;
/** Records and their names do not become smaller than this when the plane does; from where on there is no room for all names. */
const [smallestSize, namesFrom] = [0.85, 0.35];

const shortened = (name: string) => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name);

interface GraphPlaneProps {
  state: GraphState;
  chosen: string;
  onChoose: (id: string) => void;
}

/** The graph as a picture: dragged, zoomed, and walked through with the arrow keys. */
export function GraphPlane({ state, chosen, onChoose }: GraphPlaneProps) {
  const { graph, points } = state;
  const sight = useSight(points);
  const nodes = useRef(new Map<string, SVGGElement>());
  const choose = (id: string) => {
    onChoose(id);
    state.open(id);
  };
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    const towards = directions[event.key];
    if (towards) {
      const next = nearestTowards(points, id, towards);
      const point = next && points.get(next);
      if (next && point) {
        onChoose(next);
        sight.reveal(point);
        nodes.current.get(next)?.focus({ preventScroll: true });
      }
    } else if (event.key === 'Enter' || event.key === ' ') choose(id);
    else if (event.key === '+') sight.zoom(step);
    else if (event.key === '-') sight.zoom(1 / step);
    else if (event.key === '0') sight.fit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const linksOf = (id: string) => graph.edges.filter(({ source, target }) => source === id || target === id).length;
  const showWords = sight.scale >= wordsFrom && graph.edges.length <= wordsMost;
  return (
    <div className="relative min-h-0 grow overflow-hidden bg-bg">
      <svg
        {...sight.props}
        role="group"
        aria-label={words.page}
        className="size-full cursor-grab touch-none active:cursor-grabbing"
      >
        {graph.edges.map((edge) => (
          <Edge
            key={`${edge.source} ${edge.target} ${edge.type}`}
            edge={edge}
            from={points.get(edge.source)}
            to={points.get(edge.target)}
            named={showWords}
            marked={edge.source === chosen || edge.target === chosen}
          />
        ))}
        {graph.nodes.map((node) => (
          <Node
            key={node.id}
            node={node}
            point={points.get(node.id)}
            links={linksOf(node.id)}
            open={state.isOpen(node.id)}
            chosen={node.id === chosen}
            scale={sight.scale}
            onChoose={() => choose(node.id)}
            onKeyDown={(event) => onKeyDown(event, node.id)}
            keep={(element) => {
              if (element) nodes.current.set(node.id, element);
              else nodes.current.delete(node.id);
            }}
          />
        ))}
      </svg>
      <div className="absolute right-3 bottom-3 flex gap-0.5 rounded-card border border-line bg-raised p-1 shadow-float">
        <IconButton small icon={Plus} label={words.zoomIn} keys="+" onClick={() => sight.zoom(step)} />
        <IconButton small icon={Minus} label={words.zoomOut} keys="-" onClick={() => sight.zoom(1 / step)} />
        <IconButton small icon={Maximize} label={words.fit} keys="0" onClick={sight.fit} />
      </div>
    </div>
  );
}

interface EdgeProps {
  edge: GraphEdge;
  from: Point | undefined;
  to: Point | undefined;
  named: boolean;
  marked: boolean;
}

/** A line as thick as the link is strong; the table says it in words. */
function Edge({ edge, from, to, named, marked }: EdgeProps) {
  if (!from || !to) return null;
  return (
    <g aria-hidden>
      <line
        x1={from.x}
        y1={from.y}
        x2={to.x}
        y2={to.y}
        strokeWidth={1 + edge.strength / 30}
        className={marked ? 'stroke-accent' : 'stroke-line-strong'}
      />
      {named && (
        <text
          x={(from.x + to.x) / 2}
          y={(from.y + to.y) / 2 - 4}
          textAnchor="middle"
          className="fill-secondary stroke-4 stroke-bg text-xs [paint-order:stroke]"
        >
          {linkWords(edge.type)}
        </text>
      )}
    </g>
  );
}

interface NodeProps {
  node: GraphNode;
  point: Point | undefined;
  links: number;
  open: boolean;
  chosen: boolean;
  /** How large one pixel of the plane is shown. */
  scale: number;
  onChoose: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  keep: (element: SVGGElement | null) => void;
}

function Node({ node, point, links, open, chosen, scale, onChoose, onKeyDown, keep }: NodeProps) {
  if (!point) return null;
  const name = node.label || texts.values.unnamed;
  return (
    <g
      ref={keep}
      data-node
      role="button"
      tabIndex={chosen ? 0 : -1}
      aria-label={words.node(name, kindWords(node.type), links, open)}
      aria-pressed={chosen}
      transform={`translate(${point.x} ${point.y}) scale(${Math.max(1, smallestSize / scale)})`}
      onClick={onChoose}
      onKeyDown={onKeyDown}
      className="group cursor-pointer outline-none"
    >
      <circle r={22} className="fill-transparent stroke-2 stroke-transparent group-focus-visible:stroke-accent" />
      <path
        d={outlineOf(node.type)}
        strokeDasharray={open || chosen ? undefined : '3 2'}
        className={cx(
          'stroke-2',
          chosen ? 'fill-accent stroke-accent' : 'fill-surface stroke-mark group-hover:fill-hover',
        )}
      />
      {(chosen || scale >= namesFrom) && (
        <text
          aria-hidden
          y={32}
          textAnchor="middle"
          className={cx('fill-text stroke-4 stroke-bg text-xs [paint-order:stroke]', chosen && 'font-semibold')}
        >
          {shortened(name)}
        </text>
      )}
    </g>
  );
}
