import { Link } from '@tanstack/react-router';
import { ExternalLink, Waypoints } from 'lucide-react';
import { findKind } from '../kinds/index.ts';
import { recordLink } from '../kinds/links.ts';
import { linkWords } from '../relationships/type-words.ts';
import { texts, graphTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { kindWords, Shape } from './shape.tsx';
import type { GraphState } from './use-graph.ts';

const strengthStep = 5;

/** Beside the graph: what is chosen, which links are shown, what the shapes mean. */
export function GraphSide({ state, chosen }: { state: GraphState; chosen: string }) {
  return (
    <aside className="shrink-0 overflow-y-auto border-line max-tab:max-h-half-screen max-tab:border-t tab:w-side tab:border-l">
      <Chosen state={state} chosen={chosen} />
      <Filters state={state} />
      <Legend state={state} />
    </aside>
  );
}

const part = 'grid gap-2 border-line border-b px-4 py-4 last:border-0';

function Chosen({ state, chosen }: { state: GraphState; chosen: string }) {
  const node = state.graph.nodes.find((one) => one.id === chosen);
  if (!node) return null;
  const kind = findKind(node.type);
  return (
    <section aria-label={words.chosen} className={part}>
      <h2 className="wrap-anywhere font-semibold" dir="auto">
        {node.label || texts.values.unnamed}
      </h2>
      <p className="flex items-center gap-2 text-secondary">
        <Shape type={node.type} />
        {kindWords(node.type)}
      </p>
      <div className="flex flex-wrap gap-2">
        {kind && (
          <Link
            {...recordLink(kind.name, node.id)}
            className="inline-flex h-control-small items-center gap-1.5 rounded-control border border-line-strong bg-surface px-2 font-medium hover:bg-hover"
          >
            <ExternalLink aria-hidden />
            {words.open}
          </Link>
        )}
        {!state.isOpen(chosen) && (
          <Button small icon={Waypoints} onClick={() => state.open(chosen)}>
            {words.expand}
          </Button>
        )}
      </div>
      {state.isOpen(chosen) && <p className="text-secondary text-xs">{words.expanded}</p>}
    </section>
  );
}

function Filters({ state }: { state: GraphState }) {
  return (
    <section aria-labelledby="graph-filters" className={part}>
      <h2 id="graph-filters" className="font-semibold">
        {words.filters}
      </h2>
      <ul className="grid gap-1">
        {state.types.map((type) => (
          <li key={type}>
            <label className="flex min-h-hit cursor-pointer items-center gap-2">
              <Checkbox checked={!state.hidden.has(type)} onChange={() => state.toggleType(type)} />
              {linkWords(type)}
            </label>
          </li>
        ))}
      </ul>
      <label className="grid gap-1">
        <span>{words.atLeast(state.atLeast)}</span>
        <input
          type="range"
          min={0}
          max={100}
          step={strengthStep}
          value={state.atLeast}
          onChange={(event) => state.setAtLeast(Number(event.target.value))}
          className="h-hit w-full"
        />
      </label>
    </section>
  );
}

function Legend({ state }: { state: GraphState }) {
  const types = [...new Set(state.graph.nodes.map((node) => node.type))];
  return (
    <section aria-labelledby="graph-legend" className={part}>
      <h2 id="graph-legend" className="font-semibold">
        {words.legend}
      </h2>
      <ul className="grid gap-1">
        {types.map((type) => (
          <li key={type} className="flex items-center gap-2">
            <Shape type={type} />
            {kindWords(type)}
          </li>
        ))}
      </ul>
      <p className="text-secondary text-xs">{words.thicker}</p>
      <p className="text-secondary text-xs max-tab:hidden">{words.keys}</p>
    </section>
  );
}
