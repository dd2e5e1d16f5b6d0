const needsWork = /^\s|\s$|\s\s|[^\S ]|[\u200b\u2060\ufeff\u00ad]/;
const invisible = /[\u200b\u2060\ufeff\u00ad]/g;
const runs = /\s+/g;

/**
 * One space between words and none at the ends. Every Unicode space counts; characters without width
 * (zero-width space, word joiner, soft hyphen, byte order mark) vanish. Joiners stay: scripts need them.
 */
export function collapseSpace(text: string): string {
  if (!needsWork.test(text)) return text;
  return text.replace(invisible, '').replace(runs, ' ').trim();
}
