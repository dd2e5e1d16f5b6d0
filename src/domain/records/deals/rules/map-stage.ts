import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { fold } from '#platform/text';

interface Named {
  id: string;
  name: string;
}

function find<S extends Named>(stages: readonly S[], text: string): S | undefined {
  const key = fold(text.trim());
  return (
    stages.find((one) => publicId('sg', one.id) === text || one.id === text) ??
    stages.find((one) => fold(one.name) === key)
  );
}

function refuse(path: string, message: string): never {
  throw new Problem('validation_failed', { detail: message, mistakes: [{ path, message }] });
}

/**
 * The stage that a mapping gives for a stage; both sides by id or name. Every entry must name stages that there are.
 * Errors: `validation_failed` naming the entry.
 */
export function mappedStage<S extends Named>(
  mapping: Readonly<Record<string, string>>,
  stageId: string,
  from: readonly S[],
  there: readonly S[],
): S {
  let mapped: S | undefined;
  for (const [one, other] of Object.entries(mapping)) {
    const source =
      find(from, one) ?? refuse(`stages.${one}`, `'${one}' is not a stage of the pipeline that the deal is in.`);
    const target =
      find(there, other) ?? refuse(`stages.${one}`, `'${other}' is not a stage of the pipeline that the deal goes to.`);
    if (source.id === stageId) mapped = target;
  }
  const name = from.find((one) => one.id === stageId)?.name ?? 'the present stage';
  return mapped ?? refuse('stages', `The mapping does not say what '${name}' becomes, where the deal stands.`);
}
