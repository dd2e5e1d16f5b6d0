import { Link } from '@tanstack/react-router';
import { findKind } from '../kinds/index.ts';
import { recordLink } from '../kinds/links.ts';
import type { GraphNode } from '../relationships/stored.ts';
import { linkWords } from '../relationships/type-words.ts';
import { texts, graphTexts as words } from '../texts/index.ts';
import { kindWords, Shape } from './shape.tsx';
import type { GraphState } from './use-graph.ts';

const cell = 'border-line border-b px-3 py-2 text-left align-top';

/** The same links as rows: for who reads rather than looks, and to copy. */
export function GraphTable({ state }: { state: GraphState }) {
  const { nodes, edges } = state.graph;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keys
    <section aria-label={words.table} tabIndex={0} className="ring-inside min-h-0 grow overflow-auto">
      <table className="w-full">
        <thead>
          <tr className="text-secondary text-xs">
            <th scope="col" className={cell}>
              {words.from}
            </th>
            <th scope="col" className={cell}>
              {words.type}
            </th>
            <th scope="col" className={cell}>
              {words.to}
            </th>
            <th scope="col" className={cell}>
              {words.strength}
            </th>
          </tr>
        </thead>
        <tbody>
          {edges.map((edge) => (
            <tr key={`${edge.source} ${edge.target} ${edge.type}`}>
              <td className={cell}>
                <End node={byId.get(edge.source)} />
              </td>
              <td className={cell}>{linkWords(edge.type)}</td>
              <td className={cell}>
                <End node={byId.get(edge.target)} />
              </td>
              <td className={`${cell} tabular`}>{edge.strength}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function End({ node }: { node: GraphNode | undefined }) {
  if (!node) return null;
  const kind = findKind(node.type);
  const name = node.label || texts.values.unnamed;
  return (
    <span className="inline-flex items-center gap-2">
      <Shape type={node.type} />
      <span className="only-read">{kindWords(node.type)}</span>
      {kind ? (
        <Link {...recordLink(kind.name, node.id)} className="hover:underline" dir="auto">
          {name}
        </Link>
      ) : (
        name
      )}
    </span>
  );
}
