import * as ts from 'typescript/unstable/ast';
import type { Import } from './facts.ts';

/** What a node imports: a declaration, a re-export, `import()` or an `import('…')` type. */
export function importsOf(node: ts.Node, lineOf: (node: ts.Node) => number): Import[] {
  if (ts.isImportDeclaration(node)) {
    const { importClause } = node;
    return one(node.moduleSpecifier, importedNames(importClause), isTypeOnly(importClause), lineOf(node));
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    const clause = node.exportClause;
    const names = clause && ts.isNamedExports(clause) ? clause.elements.map((element) => element.name.text) : ['*'];
    const allTypes =
      clause !== undefined && ts.isNamedExports(clause) && clause.elements.every((element) => element.isTypeOnly);
    return one(node.moduleSpecifier, names, node.isTypeOnly || allTypes, lineOf(node));
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    return argument ? one(argument, ['*'], false, lineOf(node)) : [];
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return one(node.argument.literal, ['*'], true, lineOf(node));
  return [];
}

function one(specifier: ts.Node, names: string[], typeOnly: boolean, line: number): Import[] {
  if (!ts.isStringLiteral(specifier)) return [];
  return [{ specifier: specifier.text, names, typeOnly, line }];
}

function importedNames(clause: ts.ImportClause | undefined): string[] {
  const names = clause?.name ? ['default'] : [];
  const bindings = clause?.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) names.push('*');
  if (bindings && ts.isNamedImports(bindings))
    names.push(...bindings.elements.map((element) => (element.propertyName ?? element.name).text));
  return names;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  if (clause.name || !bindings || !ts.isNamedImports(bindings) || bindings.elements.length === 0) return false;
  return bindings.elements.every((element) => element.isTypeOnly);
}
