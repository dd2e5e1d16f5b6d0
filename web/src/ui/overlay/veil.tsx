/**
 * Dims the page behind a dialog. Not Radix's own overlay: that one locks the scrolling by a style sheet made at run time, which the
 * server's content policy forbids; here nothing scrolls behind the veil anyway.
 */
export function Veil() {
  return <div aria-hidden className="fixed inset-0 z-30 animate-appear bg-veil" />;
}
