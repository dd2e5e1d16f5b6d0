/** So near to an edge the board scrolls along. */
const edgePx = 56;
const stepPx = 14;
/** Where one column fills the screen it turns to the next one, and rests there. */
const turnMs = 550;

interface Point {
  x: number;
  y: number;
}

/** Scrolls an element while a pointer is held at one of its sides; `onScroll` is told of each step. Ends when the answer is called. */
export function scrollAtTheEdge(element: HTMLElement, pointer: () => Point, onScroll: () => void): () => void {
  const { left, right, width } = element.getBoundingClientRect();
  const pages = getComputedStyle(element).scrollSnapType !== 'none';
  let turnedAt = 0;
  let frame = requestAnimationFrame(step);
  function step(now: number) {
    frame = requestAnimationFrame(step);
    const { x } = pointer();
    const way = x > right - edgePx ? 1 : x < left + edgePx ? -1 : 0;
    if (way === 0 || (pages && now - turnedAt < turnMs)) return;
    turnedAt = now;
    if (pages) element.scrollBy({ left: way * width, behavior: 'smooth' });
    else element.scrollLeft += way * stepPx;
    onScroll();
  }
  return () => cancelAnimationFrame(frame);
}
