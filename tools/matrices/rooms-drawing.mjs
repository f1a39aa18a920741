import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { rooms } from '../lint/rooms.mjs';
import { root } from '../setup/project.mjs';

/** @typedef {'code' | 'types' | 'on demand'} Kind what is imported: of several kinds the first here counts */
/** @typedef {{ from: string, to: string, kind: Kind }} Arrow */

const page = 'ARCHITECTURE.md';
const place = /(?<=<!-- rooms -->\n)[\s\S]*(?=<!-- \/rooms -->)/;
const statement = /^(?:import|export)\s(type\s)?([^;']*?)from '(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm;

/** ARCHITECTURE.md with the drawing of the rooms as the sources import each other now. */
export function architecturePage() {
  const text = readFileSync(join(root, page), 'utf8');
  return text.replace(place, `\n${drawing()}\n\n`);
}

function drawing() {
  const arrows = strongest(Object.keys(rooms).flatMap(arrowsOf));
  const code = arrows.filter(({ kind }) => kind === 'code');
  const shown = arrows.filter((arrow) => arrow.kind !== 'code' || !leadsRound(arrow, code));
  return ['```mermaid', 'flowchart TD', '  index.ts --> element', ...shown.map(line), '```'].join('\n');
}

/** @param {Arrow} arrow */
function line({ from, to, kind }) {
  const middle = kind === 'code' ? '-->' : `-. ${kind} .->`;
  return `  ${from} ${middle} ${to}`;
}

/** Every import of one room of another one. @param {string} room @returns {Arrow[]} */
function arrowsOf(room) {
  const folder = join(root, 'src', room);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const home = posix.join(room, dirname(file).replaceAll('\\', '/'));
    return [...text.matchAll(statement)].flatMap(([, type, names = '', path, later]) => {
      const [to = ''] = posix.join(home, path ?? later ?? '').split('/');
      if (to === room || !(to in rooms)) return [];
      return [{ from: room, to, kind: kindOf(later !== undefined, type !== undefined || areTypes(names)) }];
    });
  });
}

/** @param {boolean} isLater @param {boolean} isType @returns {Kind} */
function kindOf(isLater, isType) {
  if (isLater) return 'on demand';
  return isType ? 'types' : 'code';
}

/** `{ type A, type B }` and nothing else. @param {string} names */
function areTypes(names) {
  const [, list = ''] = names.match(/^\{([^]*)\}\s*$/) ?? [];
  const each = list.split(',').map((name) => name.trim());
  return list !== '' && each.every((name) => name === '' || name.startsWith('type '));
}

/** One arrow for two rooms. @param {Arrow[]} arrows */
function strongest(arrows) {
  /** @type {Kind[]} */
  const order = ['code', 'on demand', 'types'];
  /** @type {Map<string, Arrow>} */
  const byEnds = new Map();
  for (const kind of order) {
    for (const arrow of arrows.filter((each) => each.kind === kind)) {
      const ends = `${arrow.from} ${arrow.to}`;
      if (!byEnds.has(ends)) byEnds.set(ends, arrow);
    }
  }
  return [...byEnds.values()].sort((one, other) => one.from.localeCompare(other.from));
}

/** Whether other arrows lead where this one does, so that it need not be drawn. @param {Arrow} arrow @param {Arrow[]} code */
function leadsRound({ from, to }, code) {
  const seen = new Set([from]);
  const ahead = code.filter((arrow) => arrow.from === from && arrow.to !== to).map((arrow) => arrow.to);
  for (let room = ahead.pop(); room !== undefined; room = ahead.pop()) {
    if (room === to) return true;
    if (seen.has(room)) continue;
    seen.add(room);
    ahead.push(...code.filter((arrow) => arrow.from === room).map((arrow) => arrow.to));
  }
  return false;
}
