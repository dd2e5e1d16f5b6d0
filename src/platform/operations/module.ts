import type { Handler } from '#platform/events';
import type { Job } from '#platform/jobs';
import type { AnyOperation } from './operation.ts';

/** The name-plate of a module. */
export interface Module {
  name: string;
  /** One sentence: what it is for. */
  summary: string;
  /** The modules below it that it uses, by name. */
  needs: readonly string[];
  operations?: readonly AnyOperation[];
  handlers?: readonly Handler[];
  jobs?: readonly Job[];
}

/** Declares a module. */
export function defineModule(module: Module): Module {
  return module;
}

/** All operations of the modules by name; throws when a name or a route is taken twice. */
export function operationCatalogue(modules: readonly Module[]): ReadonlyMap<string, AnyOperation> {
  const catalogue = new Map<string, AnyOperation>();
  const routes = new Set<string>();
  for (const operation of modules.flatMap((module) => module.operations ?? [])) {
    const route = operation.route && `${operation.route.method} ${operation.route.path.replace(/:\w+/g, ':')}`;
    if (catalogue.has(operation.name)) throw new Error(`The operation '${operation.name}' is declared twice.`);
    if (route && routes.has(route)) throw new Error(`The route '${route}' is declared twice.`);
    if (route) routes.add(route);
    catalogue.set(operation.name, operation);
  }
  return catalogue;
}
