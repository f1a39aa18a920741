import { parseArgs } from 'node:util';
import { engineNames } from '../setup/engines.mjs';
import { Trouble } from '../setup/trouble.mjs';
import { stepNames } from './steps.mjs';

/**
 * @typedef {object} Options
 * @property {string[]} only the steps to run; empty for all
 * @property {string[]} engines the engines to use, if they are there
 * @property {number} requiredEngines
 * @property {boolean} requiresPostgres
 * @property {boolean} all with all examples, the installs and the long runs, which take minutes
 * @property {string | undefined} examples the examples to build and drive; the usual ones by default
 * @property {string[]} filters parts of paths of test files; empty for all
 */

/**
 * Reads `[--only step,…] [--engines name,…] [--require-engines N] [--require-postgres] [--all] [--examples name,…]
 * [part of a test file's path …]`.
 * @param {string[]} args
 * @returns {Options}
 */
export function readOptions(args) {
  const { values, positionals } = parse(args);
  const requiredEngines = Number(values['require-engines'] ?? 0);
  if (!Number.isInteger(requiredEngines)) throw new Trouble('--require-engines needs a whole number.');
  return {
    only: readNames('--only', values.only, stepNames) ?? [],
    engines: readNames('--engines', values.engines, engineNames) ?? [...engineNames],
    requiredEngines,
    requiresPostgres: values['require-postgres'] ?? false,
    all: values.all ?? false,
    examples: values.all ? 'all' : values.examples,
    filters: positionals,
  };
}

/** @param {string[]} args */
function parse(args) {
  const text = { type: /** @type {const} */ ('string') };
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...{ only: text, engines: text, examples: text, 'require-engines': text },
        ...{ all: { type: 'boolean' }, 'require-postgres': { type: 'boolean' } },
      },
    });
  } catch (error) {
    throw new Trouble(error instanceof Error ? error.message : String(error));
  }
}

/**
 * @param {string} option
 * @param {string | undefined} value
 * @param {readonly string[]} known
 */
function readNames(option, value, known) {
  const names = value?.split(',');
  const unknown = names?.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new Trouble(`${option} does not know "${unknown}"; it takes ${known.join(', ')}.`);
  return names;
}
