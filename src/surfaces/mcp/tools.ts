import type { Tool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { AnyOperation } from '#platform/operations';

/** An operation as a model sees it. */
export interface OperationTool {
  operation: AnyOperation;
  tool: Tool;
}

/** `contacts.bulkUpdate` → `contacts_bulkUpdate`: dots are not allowed in the names of tools everywhere. */
export function toolName(operationName: string): string {
  return operationName.replaceAll('.', '_');
}

/** Creating adds; every other write may change or remove what was there. */
function isDestructive({ kind, route }: AnyOperation): boolean {
  return kind === 'write' && !(route?.method === 'POST' && route.status === 201);
}

function annotationsOf(operation: AnyOperation): NonNullable<Tool['annotations']> {
  const readOnlyHint = operation.kind !== 'write';
  const { method } = operation.route ?? {};
  return {
    readOnlyHint,
    ...(readOnlyHint ? {} : { destructiveHint: isDestructive(operation) }),
    idempotentHint: readOnlyHint || method === 'PUT' || method === 'PATCH' || method === 'DELETE',
    openWorldHint: false,
  };
}

/** The input of an operation as JSON Schema. Throws for one that is not an object (a mistake in the code). */
function inputSchemaOf(operation: AnyOperation): Tool['inputSchema'] {
  const { $schema: _, ...schema } = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' });
  if (schema.type !== 'object') throw new Error(`The input of the operation '${operation.name}' is not an object.`);
  return schema as Tool['inputSchema'];
}

/** Operations as tools, by the tool's name. Those that take a file have no tool. */
export function operationTools(operations: Iterable<AnyOperation>): ReadonlyMap<string, OperationTool> {
  const tools = new Map<string, OperationTool>();
  for (const operation of operations) {
    if (operation.upload) continue;
    const name = operation.toolName ?? toolName(operation.name);
    if (tools.has(name)) throw new Error(`Two operations would be the tool '${name}'.`);
    const tool: Tool = {
      name,
      description: operation.summary,
      inputSchema: inputSchemaOf(operation),
      annotations: annotationsOf(operation),
    };
    tools.set(name, { operation, tool });
  }
  return tools;
}
