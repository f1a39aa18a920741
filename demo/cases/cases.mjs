// @ts-check
import { arrowCases } from './arrow-cases.mjs';
import { confirmCases } from './confirm-cases.mjs';
import { reserveCases } from './reserve-cases.mjs';
import { undoCases } from './undo-cases.mjs';

/**
 * @typedef {object} Case
 * @property {string} name as an address has it: `?case=sold-out`
 * @property {string} title
 * @property {string} see what becomes of the order
 * @property {string[]} [take] the extras to take, by their SKU; parking without
 * @property {number} [quantity] of each; 1 without
 * @property {'accepted' | 'declined' | 'late'} [card] accepted without
 * @property {string[]} [items] test items that are offered besides
 * @property {(catalogue: any) => any} [catalogue] changes what is offered
 * @property {object[]} [faults] of `--dev`
 * @property {Record<string, Hand>} [before] what happens before the first call of an operation
 *
 * @typedef {(wire: {account: any, partner: any, sessionId: string, body: any}) => any} Hand
 *   `account` is the one for development, `partner` another till of the shop with the same key, `body` what is about to be sent, which it
 *   may change
 */

/** Every case, by the part of the flow that it belongs to. @type {{title: string, cases: Case[]}[]} */
export const caseGroups = [...arrowCases, reserveCases, confirmCases, undoCases];

/** The case of that name. @param {string | null} name @returns {Case | undefined} */
export function caseOf(name) {
  return caseGroups.flatMap(({ cases }) => cases).find((one) => one.name === name);
}
