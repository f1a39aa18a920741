import { door, rooms } from './rooms.mjs';

/** @typedef {{ regex: string, message: string, allowTypeImports?: boolean }} Pattern a refused import */

const onDemand = 'src/element/load-offers.ts';
const noDynamicImport = {
  selector: 'ImportExpression',
  message: `only ${onDemand} imports on demand: the script-tag files must contain all that they need.`,
};

/** What no file of src/ contains. */
const everywhere = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'name every export, so that it is called the same everywhere.',
  },
  { selector: 'TSEnumDeclaration', message: 'use a union of string literals: it needs no code.' },
];

/**
 * One configuration for each room, and one each for the door and the file that loads the offers.
 * @returns {import('eslint').Linter.Config[]}
 */
export function roomRules() {
  return [
    ...Object.entries(rooms).map(([name, room]) => ({
      name: `rooms/${name}`,
      files: [`src/${name}/**/*.ts`],
      rules: rulesOf(name, room),
    })),
    { name: 'rooms/door', files: ['src/index.ts', 'src/server-component.ts'], rules: doorRules() },
    { name: 'rooms/on-demand', files: [onDemand], rules: onDemandRules() },
  ];
}

/**
 * @param {string} name
 * @param {import('./rooms.mjs').Room} room
 */
function rulesOf(name, { imports, types = [], packages = [], server = false, why }) {
  const message = `${name}/ may import ${list(imports, types)}: ${why}.`;
  const closed = Object.keys(rooms).filter(
    (room) => room !== name && !imports.includes(room) && !types.includes(room),
  );
  /** @type {Pattern[]} */
  const patterns = [{ regex: `^(\\.\\./)+((${closed.join('|')})(/|$)|index\\.ts$)`, message }];
  if (types.length > 0) patterns.push({ regex: inRoom(types), message, allowTypeImports: true });
  if (!server)
    patterns.push({
      regex: otherPackages(packages),
      message: `${name}/ uses ${list(packages)} as a package: ${why}.`,
    });
  return { ...imported(patterns), ...syntax(...everywhere, ...(server ? [] : [noDynamicImport])) };
}

function doorRules() {
  const closed = Object.keys(rooms).filter((room) => !door.includes(room));
  const message = `index.ts may import ${list(door)}: everything in it is loaded by every page.`;
  const patterns = [
    { regex: `^\\./(${closed.join('|')})/`, message },
    { regex: otherPackages([]), message },
  ];
  return { ...imported(patterns), ...syntax(...everywhere, noDynamicImport) };
}

/** It imports the offers while it runs and types their module, which no import statement can. */
function onDemandRules() {
  const typeImports = '@typescript-eslint/consistent-type-imports';
  return { ...syntax(...everywhere), [typeImports]: /** @type {const} */ ('off') };
}

/**
 * @param {Pattern[]} patterns
 * @returns {import('eslint').Linter.RulesRecord}
 */
function imported(patterns) {
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
}

/**
 * @param {{ selector: string, message: string }[]} forbidden
 * @returns {import('eslint').Linter.RulesRecord}
 */
function syntax(...forbidden) {
  return { 'no-restricted-syntax': ['error', ...forbidden] };
}

/** @param {string[]} names */
function inRoom(names) {
  return `^(\\.\\./)+(${names.join('|')})(/|$)`;
}

/** @param {string[]} allowed */
function otherPackages(allowed) {
  return allowed.length > 0 ? `^(?!\\.)(?!(${allowed.join('|')})(/|$))` : '^(?!\\.)';
}

/**
 * @param {string[]} names
 * @param {string[]} types
 */
function list(names, types = []) {
  return [...names, ...types.map((name) => `types of ${name}`)].join(', ') || 'nothing';
}
