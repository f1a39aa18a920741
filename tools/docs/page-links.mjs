import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { addressOf, sources } from '../../site/navigation.mjs';
import { root } from '../setup/project.mjs';
import { Trouble } from '../setup/trouble.mjs';
import { publicAddressOf } from './public-files.mjs';

/** Blocks and pieces of code, in which nothing is a link. */
const code = /(^(`{3,})[\s\S]*?^\2$|`[^`\n]*`)/gm;
const link = /\]\(([^)\s]+)\)/g;

/**
 * Markdown whose links lead where the site has what they name.
 * @param {string} text
 * @param {string} source the page's own, relative to the project
 */
export function withSiteLinks(text, source) {
  return outsideCode(text, (part) =>
    part.replace(link, (_, target) => `](${siteLink(String(target), source)})`),
  );
}

/**
 * The links of a page, as it has them.
 * @param {string} text
 */
export function linksIn(text) {
  /** @type {string[]} */
  const found = [];
  outsideCode(text, (part) => {
    for (const [, target = ''] of part.matchAll(link)) found.push(target);
    return part;
  });
  return found;
}

/**
 * Where a link of a page leads on the site: a page, or a public file; an address is one already. Throws a Trouble for one that leads
 * to nothing that the site has.
 * @param {string} target
 * @param {string} source the page that has it
 */
export function siteLink(target, source) {
  if (/^(#|\/|[a-z][a-z+.-]*:)/.test(target)) return target;
  const [path = '', anchor] = target.split('#');
  const file = posix.join(posix.dirname(source), path).replace(/\/$/, '');
  const page = pageAt(file);
  const address = page === undefined ? publicAddressOf(file) : `${addressOf(page)}.md`;
  if (address === undefined) throw new Trouble(`${source}: the site has nothing at ${target}.`);
  return `/${address}${anchor === undefined ? '' : `#${anchor}`}`;
}

/** The page made of a file; of a folder, the first one that is made of what is in it. @param {string} file */
function pageAt(file) {
  const isFolder = existsSync(join(root, file)) && statSync(join(root, file)).isDirectory();
  return sources.find((source) => source === file || (isFolder && source.startsWith(`${file}/`)));
}

/** @param {string} text @param {(part: string) => string} change */
function outsideCode(text, change) {
  const kept = Array.from(text.matchAll(code), ([whole]) => whole);
  const others = text.split(code).filter((_, index) => index % 3 === 0);
  return others.map((part, index) => change(part ?? '') + (kept[index] ?? '')).join('');
}
