import * as ts from 'typescript/unstable/ast';
import { importsOf } from './collect-imports.ts';
import type { Facts, FunctionFact } from './facts.ts';

const literals = new Set([
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TemplateHead,
  ts.SyntaxKind.TemplateMiddle,
  ts.SyntaxKind.TemplateTail,
  ts.SyntaxKind.RegularExpressionLiteral,
  ts.SyntaxKind.JsxText,
]);

/** One walk over the syntax tree of a file. */
export function collectFacts(file: ts.SourceFile): Facts {
  const facts: Facts = {
    imports: [],
    calls: [],
    names: [],
    tags: [],
    functions: [],
    comments: [],
    defaultExports: [],
    anys: [],
    emptyCatches: [],
    plates: [],
  };
  const text = file.text;
  const starts = file.getLineStarts();
  const lineAt = (position: number) => lineOf(starts, position);
  const lineOfNode = (node: ts.Node) => lineAt(node.getStart(file));
  const blanked: [start: number, end: number][] = [];

  const visit = (node: ts.Node, parent: ts.Node | undefined): void => {
    facts.imports.push(...importsOf(node, lineOfNode));
    if (literals.has(node.kind)) blanked.push([node.getStart(file), node.end]);
    else if (node.kind === ts.SyntaxKind.AnyKeyword) facts.anys.push(lineOfNode(node));
    else if (isDefaultExport(node)) facts.defaultExports.push(lineOfNode(node));
    else if (ts.isPropertyAccessExpression(node)) facts.names.push({ text: dotted(node), line: lineOfNode(node) });
    else if (ts.isTaggedTemplateExpression(node)) facts.tags.push({ text: dotted(node.tag), line: lineOfNode(node) });
    else if (ts.isCatchClause(node) && node.block.statements.length === 0) {
      if (!/\/[/*]/.test(text.slice(node.block.pos, node.block.end))) facts.emptyCatches.push(lineOfNode(node));
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const callee = dotted(node.expression);
      const line = lineAt(node.expression.end - 1);
      facts.calls.push({ callee, arguments: node.arguments?.length ?? 0, isNew: ts.isNewExpression(node), line });
      if (callee === 'defineModule') facts.plates.push(...plateOf(node, lineOfNode(node)));
    }
    if (isFunction(node)) facts.functions.push(functionFact(node, parent, lineOfNode(node), lineAt(node.end)));
    node.forEachChild((child) => visit(child, node));
  };
  visit(file, undefined);
  facts.comments.push(...commentsOf(text, blanked, lineAt));
  return facts;
}

function lineOf(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** `a.b.c` for names alone; `.c` where something else stands before. */
function dotted(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text;
  if (!ts.isPropertyAccessExpression(node)) return '';
  const before = dotted(node.expression);
  return before === '' || before.startsWith('.') ? `.${node.name.text}` : `${before}.${node.name.text}`;
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === 'default';
  return node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node);
}

type AnyFunction =
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration
  | ts.ConstructorDeclaration;

function isFunction(node: ts.Node): node is AnyFunction {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isConstructorDeclaration(node)
  );
}

function functionFact(node: AnyFunction, parent: ts.Node | undefined, first: number, last: number): FunctionFact {
  const own = 'name' in node && node.name && ts.isIdentifier(node.name) ? node.name.text : undefined;
  const outer =
    parent && ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name.text : undefined;
  const call = parent && ts.isCallExpression(parent) ? dotted(parent.expression) : undefined;
  return { name: own ?? outer ?? 'a function', line: first, lines: last - first + 1, argumentOf: call };
}

function plateOf(call: ts.CallExpression | ts.NewExpression, line: number): Facts['plates'] {
  const plate = call.arguments?.[0];
  if (!plate || !ts.isObjectLiteralExpression(plate)) return [];
  const values = new Map<string, ts.Node>();
  for (const property of plate.properties) {
    if (ts.isPropertyAssignment(property) && ts.isIdentifier(property.name))
      values.set(property.name.text, property.initializer);
  }
  const name = values.get('name');
  const needs = values.get('needs');
  if (!name || !ts.isStringLiteral(name) || !needs || !ts.isArrayLiteralExpression(needs)) return [];
  return [
    { name: name.text, needs: needs.elements.flatMap((one) => (ts.isStringLiteral(one) ? [one.text] : [])), line },
  ];
}

function commentsOf(
  text: string,
  blanked: [number, number][],
  lineAt: (position: number) => number,
): Facts['comments'] {
  let rest = '';
  let from = 0;
  for (const [start, end] of blanked.sort((a, b) => a[0] - b[0])) {
    rest += text.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  rest += text.slice(from);
  return [...rest.matchAll(/\/\/.*|\/\*[\s\S]*?\*\//g)].map((match) => ({
    text: text.slice(match.index, match.index + match[0].length),
    line: lineAt(match.index),
  }));
}
