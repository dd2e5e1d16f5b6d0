import { Skeleton } from '../../ui/skeleton.tsx';

/** The shape of a record's page while it is on its way. */
export function RecordWaiting() {
  return (
    <div aria-busy="true" className="flex min-h-0 grow">
      <div className="hidden w-side shrink-0 content-start gap-4 border-line border-r p-4 tab:grid">
        <div className="flex items-center gap-3">
          <Skeleton className="size-12 rounded-full" />
          <Skeleton className="h-4 w-1/2" />
        </div>
        {[1, 2, 3, 4, 5, 6, 7, 8].map((line) => (
          <Skeleton key={line} className="h-3 w-3/4" />
        ))}
      </div>
      <div className="mx-auto grid w-full max-w-read content-start gap-4 px-8 py-4">
        <Skeleton className="h-24 w-full" />
        {[1, 2, 3, 4].map((line) => (
          <Skeleton key={line} className="h-3 w-2/3" />
        ))}
      </div>
    </div>
  );
}
