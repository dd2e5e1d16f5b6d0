/** Whether the command key is ⌘ here. */
const isApple = /mac|iphone|ipad/i.test(navigator.platform);

const words: Record<string, string> = {
  mod: isApple ? '⌘' : 'Ctrl',
  shift: isApple ? '⇧' : 'Shift',
  alt: isApple ? '⌥' : 'Alt',
  enter: '↵',
  escape: 'Esc',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  space: 'Space',
};

/** `mod+k` → `⌘ K`, `g c` → `G then C` in keys. */
export function keyList(keys: string): string[] {
  return keys.split(/[+ ]/).map((key) => words[key] ?? key.toUpperCase());
}

export function keyWords(keys: string): string {
  return keyList(keys).join(' ');
}
