import { tree } from './tree.ts';

function wrap(sentence: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of sentence.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** The text of `.env.example`: every setting with what it is for, all of them commented out, since each has a default. */
export function renderEnvExample(): string {
  const head = ['# Generated from src/platform/config: do not edit. Copy to .env and uncomment what you need.'];
  const sections = Object.entries(tree).map(([section, entries]) => {
    const lines = Object.values(entries).flatMap((entry) => [
      ...wrap(entry.about, 110).map((line) => `# ${line}`),
      `#${entry.name}=${/[#\s]/.test(entry.example) ? JSON.stringify(entry.example) : entry.example}`,
    ]);
    return [`## ${section}`, ...lines];
  });
  return `${[head, ...sections].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
