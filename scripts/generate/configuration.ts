import { renderEnvExample } from '#platform/config';
import type { Generator } from './generator.ts';
import { table } from './markdown.ts';

const output = 'docs/guides/configuration.md';

const head = `# Configuration

Settings are environment variables, or lines of a file \`.env\` in the folder from which Kith is started; a variable goes before a line.
Everything has a default. Kith reads them once, at the start, and names every mistake at once.

This page is generated from \`src/platform/config\`: do not edit it.
`;

/** The settings as a page for people, from the same source as \`.env.example\`. */
export const generator: Generator = {
  outputs: [output],
  async run() {
    const sections = renderEnvExample().split(/^## /m).slice(1);
    return { [output]: [head, ...sections.map(page)].join('\n') };
  },
};

function page(section: string): string {
  const [name = '', ...lines] = section.trimEnd().split('\n');
  const rows: string[][] = [];
  let about: string[] = [];
  for (const line of lines) {
    const setting = /^#([A-Z][A-Z0-9_]*)=(.*)$/.exec(line);
    if (setting) {
      rows.push([`\`${setting[1]}\``, about.join(' '), `\`${setting[2]}\``]);
      about = [];
    } else if (line.startsWith('# ')) about.push(line.slice(2));
  }
  return `## ${name.charAt(0).toUpperCase()}${name.slice(1)}\n\n${table(['setting', 'what it is', 'for example'], rows)}`;
}
