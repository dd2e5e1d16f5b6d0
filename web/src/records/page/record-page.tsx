import { useQuery } from '@tanstack/react-query';
import { useLoaderData, useParams, useRouteContext, useSearch } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { Timeline } from '../../activities/timeline.tsx';
import { ApiProblem } from '../../data/problem.ts';
import { recordAsOfOptions, recordOptions } from '../../data/records.ts';
import { nameOf } from '../../data/values.ts';
import { useTitle } from '../../shell/title.ts';
import { lazily } from '../../ui/lazily.ts';
import { ProblemState } from '../../ui/state.tsx';
import { AsOfBanner } from '../history/as-of-banner.tsx';
import { NotYet } from '../history/not-yet.tsx';
import { Facts } from './facts.tsx';
import { RecordFrame } from './record-frame.tsx';
import { RecordHeader } from './record-header.tsx';
import { RecordName } from './record-name.tsx';
import { RecordWaiting } from './record-waiting.tsx';

const Composer = lazily(() => import('../../activities/composer.tsx').then((module) => module.Composer));
const RelationshipsCard = lazily(() =>
  import('../../relationships/relationships-card.tsx').then((module) => module.RelationshipsCard),
);
const from = '/shell/$kind/$id';

/** One record of any kind: the facts, what happened, and what matters now. */
export function RecordPage() {
  const { id } = useParams({ from });
  const { asOf } = useSearch({ from });
  const { kind } = useRouteContext({ from });
  const parts = useLoaderData({ from });
  const { Top, Ways, Matters } = parts;
  const object = kind.name;
  const now = useQuery(recordOptions(object, id));
  const then = useQuery(recordAsOfOptions(object, id, asOf));
  const [editing, setEditing] = useState<string>();
  useTitle(now.data && nameOf(now.data));
  const shown = asOf ? then.data : now.data;
  const error = now.error ?? (asOf ? then.error : null);
  const notYet = now.data !== undefined && asOf !== undefined && ApiProblem.from(then.error).status === 404;
  return (
    <>
      <RecordHeader object={object} id={id} record={now.data} asOf={asOf} />
      {asOf && <AsOfBanner object={object} id={id} asOf={asOf} />}
      {notYet && <NotYet object={object} id={id} />}
      {error && !shown && !notYet && <ProblemState error={error} onRetry={() => void now.refetch()} />}
      {!error && !shown && <RecordWaiting />}
      {Top && shown && !asOf && <Top record={shown} />}
      {shown && !notYet && (
        <RecordFrame
          key={id}
          facts={
            <>
              <RecordName kind={kind} record={shown} actions={Ways && <Ways record={shown} />} />
              <Facts
                object={object}
                plan={parts}
                record={shown}
                now={asOf ? now.data : undefined}
                editing={editing}
                onEdit={setEditing}
              />
            </>
          }
          timeline={
            <div className="mx-auto grid max-w-read gap-4 px-4 py-4 tab:px-8">
              {!asOf && !kind.api && (
                <Suspense fallback={<div className="h-24 rounded-card border border-line-strong" />}>
                  <Composer object={object} recordId={id} />
                </Suspense>
              )}
              <Timeline object={object} id={id} until={asOf} />
            </div>
          }
          matters={
            <>
              <Matters record={shown} onFill={setEditing} />
              {!asOf && (
                <Suspense>
                  <RelationshipsCard object={object} id={id} />
                </Suspense>
              )}
            </>
          }
          actions={Ways && <Ways record={shown} wide />}
        />
      )}
    </>
  );
}
