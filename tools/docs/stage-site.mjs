import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { addressOf, sources } from '../../site/navigation.mjs';
import { root } from '../setup/project.mjs';
import { apiPage } from './api-page.mjs';
import { withExamples } from './live-examples.mjs';
import { withSiteLinks } from './page-links.mjs';
import { publicFiles } from './public-files.mjs';
import { referencePage } from './reference-page.mjs';

/** What a file without an ending, or with a rare one, is written in. @type {Readonly<Record<string, string>>} */
const languages = { '': 'docker', '.service': 'ini' };

/**
 * Writes all that the site is built from to `folder`: its pages as Markdown, and in `public/` what it serves as it is.
 * @param {string} folder
 */
export function stageSite(folder) {
  rmSync(folder, { recursive: true, force: true });
  for (const source of sources) {
    const file = join(folder, `${addressOf(source)}.md`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, pageOf(source));
  }
  for (const [from, to] of Object.entries(publicFiles))
    cpSync(join(root, from), join(folder, 'public', to), { recursive: true });
}

/**
 * A page of the site as Markdown, with its live examples, and with links as the site has them.
 * @param {string} source
 */
export function pageOf(source) {
  const text = readFileSync(join(root, source), 'utf8');
  const page = toMarkdown(text, source);
  return withSiteLinks(withExamples(page), source);
}

/** @param {string} text @param {string} source */
function toMarkdown(text, source) {
  const ending = extname(source);
  if (ending === '.md') return text;
  if (source === 'custom-elements.json') return referencePage(JSON.parse(text));
  if (source === 'openapi.json') return apiPage(JSON.parse(text));
  const language = languages[ending] ?? ending.slice(1);
  return `# ${source}\n\nThe file as it is published with the package.\n\n\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;
}
