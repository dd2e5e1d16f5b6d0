import type { ScoringModel } from '../../data/setup/scoring-model.ts';
import { scoringTexts as words } from '../../texts/index.ts';
import { TierMark } from '../tier-mark.tsx';
import { tierName } from '../tiers.ts';
import { examplesOf, sentencesOf } from './explain.ts';
import type { Mistakes } from './mistakes.ts';

/** What the model says, while it is edited: in sentences, and in people that are easy to picture. */
export function ExplainCard({ model, mistakes }: { model: ScoringModel; mistakes: Mistakes }) {
  return (
    <section aria-labelledby="explain-heading" className="grid gap-3 rounded-card border border-line bg-sunken p-4">
      <h3 id="explain-heading" className="font-semibold">
        {words.explain.title}
      </h3>
      {mistakes.size === 0 ? (
        <>
          {sentencesOf(model).map((sentence) => (
            <p key={sentence} className="text-pretty">
              {sentence}
            </p>
          ))}
          <Examples model={model} />
        </>
      ) : (
        <p className="text-danger-text">{words.bar.wrong(mistakes.size)}</p>
      )}
    </section>
  );
}

function Examples({ model }: { model: ScoringModel }) {
  return (
    <div>
      <h4 className="pb-1 font-medium text-secondary text-xs">{words.explain.examples}</h4>
      <dl>
        {examplesOf(model).map(({ label, score, tier }) => (
          <div key={label} className="flex items-start justify-between gap-3 border-line border-b py-2 last:border-0">
            <dt className="text-pretty">{label}</dt>
            <dd className="tabular flex shrink-0 items-center gap-1.5 font-medium">
              <TierMark tier={tier} />
              {words.explain.score(score, tierName(tier))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
