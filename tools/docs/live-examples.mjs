import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/project.mjs';

/** `<!-- example NAME -->`: nothing where the Markdown is read by itself, on the site the page `site/examples/NAME.html`. */
const marker = /^<!-- example ([\w-]+) -->$/gm;

/**
 * Markdown with each live example in the place of its marker: the page that runs, and its source word for word.
 * @param {string} text
 */
export function withExamples(text) {
  return text.replace(marker, (_, name) => {
    const html = readFileSync(join(root, 'site/examples', `${name}.html`), 'utf8').trimEnd();
    const title = html.match(/<title>(.+)<\/title>/)?.[1] ?? name;
    return `<LiveExample name="${name}" title="${title}">\n\n\`\`\`html\n${html}\n\`\`\`\n\n</LiveExample>`;
  });
}
