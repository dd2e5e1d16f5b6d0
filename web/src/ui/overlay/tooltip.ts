/**
 * One tooltip for the whole page: whatever carries `data-tip` (and `data-keys`) has one. A component for each cell of a
 * table would cost more than the cell.
 */
const delayMs = 450;

export function startTooltips(): void {
  const box = document.createElement('div');
  box.setAttribute('role', 'tooltip');
  box.hidden = true;
  box.className =
    'fixed top-0 left-0 z-50 max-w-picker pointer-events-none rounded-control border border-line bg-raised text-text text-xs px-2 py-1 shadow-float animate-appear';
  let timer = 0;
  let shownFor: Element | null = null;

  const hide = () => {
    clearTimeout(timer);
    shownFor = null;
    box.hidden = true;
  };
  const show = (target: HTMLElement) => {
    const { tip, keys } = target.dataset;
    if (!tip || !target.isConnected || target.getAttribute('aria-expanded') === 'true') return;
    // Within a landmark, as everything that is read.
    if (!box.isConnected) (document.querySelector('main') ?? document.body).append(box);
    box.replaceChildren(tip);
    if (keys) {
      const hint = document.createElement('span');
      hint.className = 'text-secondary ml-2';
      hint.textContent = keys;
      box.append(hint);
    }
    box.hidden = false;
    const at = target.getBoundingClientRect();
    const size = box.getBoundingClientRect();
    const left = Math.min(Math.max(8, at.left + at.width / 2 - size.width / 2), innerWidth - size.width - 8);
    const below = at.bottom + 6;
    const top = below + size.height > innerHeight - 8 ? at.top - size.height - 6 : below;
    box.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  };
  const over = (event: Event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tip]') : null;
    if (target === shownFor) return;
    hide();
    if (!target) return;
    shownFor = target;
    timer = window.setTimeout(() => show(target), event.type === 'focusin' ? 0 : delayMs);
  };
  document.addEventListener('pointerover', (event) => event.pointerType === 'mouse' && over(event));
  document.addEventListener(
    'focusin',
    (event) => event.target instanceof Element && event.target.matches(':focus-visible') && over(event),
  );
  for (const name of ['pointerdown', 'focusout', 'keydown', 'scroll'])
    document.addEventListener(name, hide, { capture: true, passive: true });
}
