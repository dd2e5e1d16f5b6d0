import { useMutation, useQuery } from '@tanstack/react-query';
import { ApiProblem } from '../../data/problem.ts';
import { type ModelVersion, rollBack, versionsOptions } from '../../data/setup/scoring-models.ts';
import { SettingsSection } from '../../settings/section.tsx';
import { scoringTexts } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { sayFailed } from '../../ui/overlay/toast.tsx';
import { Time } from '../../ui/time.tsx';

const words = scoringTexts.versions;

/** What the model was before, by whom it was changed, and the way back. */
export function Versions() {
  const { data } = useQuery(versionsOptions);
  if (!data || data.versions.length < 2) return null;
  return (
    <SettingsSection title={words.title} text={words.text}>
      <ul className="divide-y divide-line rounded-card border border-line">
        {data.versions.map((version, at) => (
          <VersionRow key={version.version} modelId={data.id} version={version} current={at === 0} />
        ))}
      </ul>
    </SettingsSection>
  );
}

interface VersionRowProps {
  modelId: string;
  version: ModelVersion;
  current: boolean;
}

function VersionRow({ modelId, version: { version, at, by, sections }, current }: VersionRowProps) {
  const back = useMutation({
    mutationFn: () => rollBack(modelId, version, words.back(version)),
    onError: (error) => sayFailed(ApiProblem.from(error).detail),
  });
  const changed = sections.map((section) => (words.sections as Record<string, string>)[section] ?? section);
  return (
    <li className="flex min-h-row items-center gap-3 py-1.5 pr-2 pl-4">
      <span className="min-w-0 grow">
        <span className="tabular font-medium">{words.version(version)}</span>{' '}
        <span className="text-secondary">
          {by} <Time at={at} />
          {changed.length > 0 && ` · ${changed.join(', ')}`}
        </span>
      </span>
      {current ? (
        <span className="pr-2 text-secondary">{words.inUse}</span>
      ) : (
        <Button small busy={back.isPending} aria-label={words.backTo(version)} onClick={() => back.mutate()}>
          {words.again}
        </Button>
      )}
    </li>
  );
}
