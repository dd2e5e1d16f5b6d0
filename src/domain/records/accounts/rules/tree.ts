/** An account in a hierarchy, with the one above it. */
export interface TreeRow {
  id: string;
  name: string;
  parentId: string | null;
}

export interface TreeNode {
  id: string;
  name: string;
  children: TreeNode[];
}

/** The rows below a root as a tree; `rows` come from above to below. */
export function treeOf(root: TreeRow, rows: readonly TreeRow[], shownId: (id: string) => string): TreeNode {
  const node = ({ id, name }: TreeRow): TreeNode => ({ id: shownId(id), name, children: [] });
  const top = node(root);
  const nodes = new Map([[root.id, top]]);
  for (const row of rows) {
    const parent = nodes.get(row.parentId ?? '');
    if (!parent || nodes.has(row.id)) continue;
    const made = node(row);
    parent.children.push(made);
    nodes.set(row.id, made);
  }
  return top;
}
