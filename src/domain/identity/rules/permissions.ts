/** `contacts:read`, `contacts:*`, `*:read` or `*`. */
const shape = /^(\*|(\*|[a-z][a-zA-Z]{0,39}):(\*|[a-z][a-zA-Z]{0,39}))$/;

/** Whether a text can be a permission or a scope. */
export function isPermission(text: string): boolean {
  return shape.test(text);
}

function parts(permission: string): [string, string] {
  const [area = '*', action = '*'] = permission === '*' ? [] : permission.split(':');
  return [area, action];
}

/** What two permissions have in common; undefined when nothing. */
export function overlap(left: string, right: string): string | undefined {
  const [leftArea, leftAction] = parts(left);
  const [rightArea, rightAction] = parts(right);
  const area = leftArea === '*' ? rightArea : leftArea;
  const action = leftAction === '*' ? rightAction : leftAction;
  if (rightArea !== '*' && area !== rightArea) return undefined;
  if (rightAction !== '*' && action !== rightAction) return undefined;
  return area === '*' && action === '*' ? '*' : `${area}:${action}`;
}

/** What both grant: scopes narrow a role and never widen it. */
export function narrowed(granted: Iterable<string>, scopes: readonly string[]): Set<string> {
  const left = new Set<string>();
  for (const permission of granted) {
    for (const scope of scopes) {
      const both = overlap(permission, scope);
      if (both) left.add(both);
    }
  }
  return left;
}

/** Whether everything in `wanted` is granted by `held`, wildcards included: nobody hands out more than they have. */
export function coversAll(held: ReadonlySet<string>, wanted: Iterable<string>): boolean {
  const holdings = [...held];
  for (const permission of wanted) {
    const whole = permission === '*:*' ? '*' : permission;
    if (!holdings.some((one) => overlap(one, whole) === whole)) return false;
  }
  return true;
}
