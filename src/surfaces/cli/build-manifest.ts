import type { AnyOperation, Module } from '#platform/operations';
import { inputSchema, type JsonSchema } from '#surfaces/openapi';
import { type CommandEntry, kebab, type Manifest, type OptionEntry, type OptionType } from './manifest.ts';

/** Makes the manifest of all operations that are there for others than other operations: those with a route. */
export function buildManifest(modules: readonly Module[]): Manifest {
  const described = modules.map((module) => ({
    name: module.name,
    summary: module.summary,
    commands: (module.operations ?? []).filter((operation) => operation.route).map(commandOf),
  }));
  return { modules: described.filter((module) => module.commands.length > 0) };
}

function commandOf(operation: AnyOperation): CommandEntry {
  const input = inputSchema(operation);
  const options = Object.entries(input.properties ?? {})
    .filter(([name]) => !(operation.upload && name === 'file'))
    .map(([name, schema]) => optionOf(name, schema, input.required?.includes(name) ?? false));
  return {
    operation: operation.name,
    words: operation.name.split('.').map(kebab).join(' '),
    summary: operation.summary,
    kind: operation.kind,
    ...(operation.upload ? { upload: true as const } : {}),
    positional: [...(operation.positional ?? [])],
    options,
  };
}

function optionOf(name: string, schema: JsonSchema, required: boolean): OptionEntry {
  const { type, nullable, choices } = shapeOf(schema);
  return {
    name,
    flag: kebab(name),
    type,
    ...(schema.description ? { description: schema.description } : {}),
    ...(choices ? { choices } : {}),
    ...(required ? { required: true as const } : {}),
    ...(nullable ? { nullable: true as const } : {}),
    ...(schema.default === undefined ? {} : { default: schema.default }),
  };
}

interface Shape {
  type: OptionType;
  nullable: boolean;
  choices?: string[];
}

function shapeOf(schema: JsonSchema): Shape {
  const forms = schema.anyOf ?? [schema];
  const types = new Set(forms.flatMap((form) => form.type ?? []));
  const nullable = types.delete('null');
  const texts =
    forms.length === 1 ? schema.enum?.filter((value): value is string => typeof value === 'string') : undefined;
  const shape = (type: OptionType): Shape => ({ type, nullable, ...(texts ? { choices: texts } : {}) });
  if (types.has('boolean')) return { type: 'flag', nullable };
  if (types.has('array')) return shape(isListOfTexts(forms) ? 'list' : 'json');
  if (types.has('object') || types.size === 0) return shape('json');
  if (types.has('string')) return shape('text');
  return shape('number');
}

function isListOfTexts(forms: JsonSchema[]): boolean {
  return (
    forms.every((form) => form.type !== 'array' || form.items?.type === 'string') &&
    forms.every((form) => form.type !== 'object')
  );
}
