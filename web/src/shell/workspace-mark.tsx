import { useSession } from '../data/session.ts';

/** The product's mark and the name of the workspace. */
export function WorkspaceMark() {
  const name = useSession()?.workspace.name ?? '';
  return (
    <div className="flex h-header items-center gap-2.5 px-4">
      <KithMark />
      <span className="truncate font-semibold">{name}</span>
    </div>
  );
}

export function KithMark({ className = 'size-5' }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 20 20" className={className}>
      <path d="M10 1.5l8.5 8.5-8.5 8.5L1.5 10z" className="fill-accent" />
      <circle cx="10" cy="10" r="2.6" className="fill-on-accent" />
    </svg>
  );
}
