import { Link, useParams } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { kindAt } from '../kinds/index.ts';
import { listLink, recordLink } from '../kinds/links.ts';
import { PageHeader, PageTitle } from '../shell/page-header.tsx';
import { useTitle } from '../shell/title.ts';
import { graphTexts as words } from '../texts/index.ts';
import { Segments } from '../ui/segments.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { PageState, ProblemState } from '../ui/state.tsx';
import { GraphPlane } from './graph-plane.tsx';
import { GraphSide } from './graph-side.tsx';
import { GraphTable } from './graph-table.tsx';
import { type GraphState, useGraph } from './use-graph.ts';

/** What a record is related to, step by step, as a picture or as a table. */
export function GraphPage() {
  const { kind, id } = useParams({ from: '/shell/graph/$kind/$id' });
  return <GraphOf key={id} path={kind} id={id} />;
}

function GraphOf({ path, id }: { path: string; id: string }) {
  const kind = kindAt(path);
  const state = useGraph(id);
  const [look, setLook] = useState<'graph' | 'table'>('graph');
  const name = state.graph.nodes.find((node) => node.id === state.root)?.label ?? '';
  useTitle(name && words.of(name));
  return (
    <>
      <PageHeader actions={<Segments label={words.look} choices={words.looks} chosen={look} onChoose={setLook} />}>
        {kind && (
          <>
            <Link
              {...listLink(kind.name)}
              className="hidden shrink-0 rounded-mark text-secondary hover:text-text wide:inline"
            >
              {kind.words.many}
            </Link>
            <ChevronRight aria-hidden className="hidden size-3.5 text-faint wide:inline" />
            <Link
              {...recordLink(kind.name, id)}
              className="min-w-0 truncate rounded-mark text-secondary hover:text-text"
            >
              {name || kind.words.one}
            </Link>
            <ChevronRight aria-hidden className="size-3.5 shrink-0 text-faint" />
          </>
        )}
        <PageTitle>{words.page}</PageTitle>
      </PageHeader>
      <Content state={state} look={look} />
    </>
  );
}

function Content({ state, look }: { state: GraphState; look: 'graph' | 'table' }) {
  const [chosen, setChosen] = useState<string>();
  const { graph, root } = state;
  const shown = graph.nodes.some((node) => node.id === chosen) && chosen ? chosen : root;
  if (state.error && graph.nodes.length === 0) return <ProblemState error={state.error} onRetry={state.retry} />;
  if (state.pending) return <Skeleton className="m-4 grow" />;
  if (graph.nodes.length <= 1 && state.types.length === 0)
    return <PageState drawing="people" title={words.alone} text={words.aloneText} />;
  return (
    <>
      <div className="flex min-h-0 grow max-tab:flex-col">
        {look === 'graph' ? (
          <GraphPlane state={state} chosen={shown} onChoose={setChosen} />
        ) : (
          <GraphTable state={state} />
        )}
        <GraphSide state={state} chosen={shown} />
      </div>
      <p
        aria-live="polite"
        className="tabular flex h-footer shrink-0 items-center gap-2 border-line border-t px-4 text-secondary text-xs"
      >
        {words.count(graph.nodes.length, graph.edges.length)}
        {!graph.complete && <span>{words.incomplete}</span>}
      </p>
    </>
  );
}
