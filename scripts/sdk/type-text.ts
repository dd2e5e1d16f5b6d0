import type { JsonSchema } from '#surfaces/openapi';

const words: Record<string, string> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};

/** Whether a name can stand in TypeScript without quotes. */
function keyText(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`;
}

/** A comment for readers of the type. */
export function docText(text: string | undefined, indent: string): string {
  return text ? `${indent}/** ${text.replaceAll('*/', '* /').replaceAll('\n', ' ')} */\n` : '';
}

/** A schema as a TypeScript type. */
export function typeText(schema: JsonSchema, indent = ''): string {
  if (schema.$ref) return schema.$ref.replace(/^.*\//, '');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((value) => literal(value)));
  if (schema.anyOf) return alternatives(schema.anyOf, indent);
  if (schema.format === 'binary') return 'Blob';
  const types = [schema.type ?? []].flat();
  if (types.length === 0) return 'unknown';
  return union(types.map((type) => oneType(type, schema, indent)));
}

function oneType(type: string, schema: JsonSchema, indent: string): string {
  if (type === 'array') return arrayText(typeText(schema.items ?? {}, indent));
  if (type !== 'object') return words[type] ?? 'unknown';
  if (schema.properties) return objectText(schema, indent);
  const { additionalProperties } = schema;
  return `Record<string, ${typeof additionalProperties === 'object' ? typeText(additionalProperties, indent) : 'unknown'}>`;
}

function arrayText(item: string): string {
  return /[|&]/.test(item) && !item.startsWith('{') ? `(${item})[]` : `${item}[]`;
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : JSON.stringify(value);
}

const union = (parts: readonly string[]): string => [...new Set(parts)].join(' | ');

/** What may be written in several ways: the texts for queries and forms are left to those who have nothing better. */
function alternatives(choices: readonly JsonSchema[], indent: string): string {
  const isText = (schema: JsonSchema) => schema.type === 'string';
  const better = choices.filter((schema) => !isText(schema) && schema.type !== 'null');
  const isFlag = better.length === 1 && better[0]?.type === 'boolean';
  const isJson = better.length > 1 && better.some((schema) => schema.type === 'object');
  const shown = isFlag || isJson ? choices.filter((schema) => !isText(schema)) : choices;
  return union(shown.map((schema) => typeText(schema, indent)));
}

/** An object's fields between braces. `complete`: every field is there, though the schema does not insist on it. */
export function objectText(
  schema: JsonSchema,
  indent = '',
  complete = false,
  replaced: Record<string, string> = {},
): string {
  const inner = `${indent}  `;
  const lines = Object.entries(schema.properties ?? {}).map(([name, one]) => {
    const needed = complete || schema.required?.includes(name);
    const type = replaced[name] ?? typeText(one, inner);
    return `${docText(one.description, inner)}${inner}${keyText(name)}${needed ? '' : '?'}: ${type}${needed || complete ? '' : ' | undefined'};\n`;
  });
  return lines.length > 0 ? `{\n${lines.join('')}${indent}}` : 'Record<string, never>';
}
