import { Problem } from '#platform/errors';

type Values = Record<string, unknown>;

function refuse(path: string, detail: string, message: string): never {
  throw new Problem('validation_failed', { detail, mistakes: [{ path, message }] });
}

/** Checks what is to be written of a list, given what is stored and the kinds of record that there are. Errors: `validation_failed`. */
export function completeList(set: Values, before: Values | undefined, kinds: readonly string[]): void {
  if (!before) set.kind ??= 'static';
  const whole = { ...before, ...set };
  if (typeof set.name === 'string' && set.name.trim() === '')
    refuse('name', 'A list needs a name.', 'must not be empty');
  if (typeof set.name === 'string') set.name = set.name.trim();
  for (const name of ['object', 'kind'] as const) {
    if (before && set[name] !== undefined && set[name] !== before[name])
      refuse(name, 'A list keeps its kind. Make another list.', 'cannot be changed');
  }
  if (!kinds.includes(String(whole.object)))
    refuse(
      'object',
      `Lists hold ${kinds.join(', ')}.`,
      `there is no kind of record '${String(whole.object).slice(0, 50)}'`,
    );
  if (whole.kind === 'dynamic' && !whole.filter)
    refuse('filter', 'A dynamic list has a filter, as {"city":{"eq":"Berlin"}}.', 'is needed');
  if (whole.kind === 'static' && whole.filter)
    refuse('filter', 'A static list has members and no filter. Make it dynamic.', 'is for dynamic lists');
}
