import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { root } from '../setup/project.mjs';
import { Trouble } from '../setup/trouble.mjs';

/** `<!-- sample FILE -->` or `<!-- sample FILE | FIRST | LAST -->`, and the block below it, if there is one. */
const marker = /^<!-- sample (\S+?)(?: \| (.+?) \| (.+?))? -->$(?:\n+(`{3,})\S*\n[\s\S]*?\n\4$)?/gm;

/**
 * The pages of docs/ that show files of this project, by path, each with the files as they are now: a whole file, or its lines
 * from the first that has the text FIRST to the next that has LAST, or `before LAST`.
 * @returns {Record<string, string>}
 */
export function samplePages() {
  const files = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).sort();
  const pages = files
    .filter((file) => file.endsWith('.md'))
    .map((file) => {
      const path = `docs/${file.replaceAll('\\', '/')}`;
      return [path, withSamples(readFileSync(join(root, path), 'utf8'), path)];
    });
  return Object.fromEntries(pages);
}

/** @param {string} text @param {string} page */
function withSamples(text, page) {
  return text.replace(marker, (_, file, first, last) => {
    const name = [file, first, last].filter((part) => part !== undefined).join(' | ');
    const path = join(root, file);
    const sample = existsSync(path) && excerptOf(readFileSync(path, 'utf8').trimEnd(), first, last);
    if (!sample) throw new Trouble(`${page}: there is no sample ${name}.`);
    return `<!-- sample ${name} -->\n\n\`\`\`${extname(file).slice(1)}\n${sample}\n\`\`\``;
  });
}

/** Those lines of `text`, without the indentation of the first. @param {string} text @param {string} [first] @param {string} [last] */
function excerptOf(text, first, last) {
  if (first === undefined || last === undefined) return text;
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.includes(first));
  const [, before, mark = last] = last.match(/^(before )(.+)$/) ?? [];
  const length = lines.slice(start).findIndex((line, index) => index > 0 && line.includes(mark));
  if (start < 0 || length < 0) return undefined;
  const indentation = lines[start]?.match(/^ */)?.[0] ?? '';
  const taken = lines.slice(start, start + length + (before ? 0 : 1));
  return taken
    .map((line) => (line.startsWith(indentation) ? line.slice(indentation.length) : line))
    .join('\n')
    .trimEnd();
}
