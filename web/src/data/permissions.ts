import { useSession } from './session.ts';

/** Whether somebody holds a permission as `users:write`, wildcards included. */
export function holds(permissions: readonly string[], wanted: string): boolean {
  const [area, action] = wanted.split(':');
  return permissions.some((one) => {
    if (one === '*') return true;
    const [heldArea, heldAction] = one.split(':');
    return (heldArea === '*' || heldArea === area) && (heldAction === '*' || heldAction === action);
  });
}

/** Whether the person who is signed in may do it. The server decides; this only spares them what it would refuse. */
export function useMay(wanted: string): boolean {
  return holds(useSession()?.permissions ?? [], wanted);
}

/** The same for several permissions, to be asked one by one. */
export function useMayAny(): (wanted: string) => boolean {
  const permissions = useSession()?.permissions ?? [];
  return (wanted) => holds(permissions, wanted);
}
