// @ts-check
import { build } from './dom.js';
import { toDearer, toRefusals } from './order-notices.js';

/**
 * Says which extras could not be held, and which cost more than the shopper has seen: those are kept at the new price, or removed.
 * @param {any} order
 * @param {(selected: any[]) => void} reserve
 */
export function showNotices(order, reserve) {
  const list = /** @type {HTMLElement} */ (document.querySelector('.notices'));
  const refused = toRefusals(order).map(({ code, text }) => build('li', { 'data-refused': code }, text));
  const dearer = toDearer(order).map(({ code, text, answers }) =>
    build(
      'li',
      { 'data-dearer': code },
      build('p', {}, text),
      ...answers.map((answer) => buildButton(answer.text, () => reserve(answer.selected))),
    ),
  );
  const rows = [...dearer, ...refused];
  // Unchanged ones stay, so that nothing is announced twice.
  if (
    rows.map((row) => row.textContent).join('|') ===
    [...list.children].map((row) => row.textContent).join('|')
  )
    return;
  list.replaceChildren(...rows);
}

/** @param {string} text @param {() => void} act */
function buildButton(text, act) {
  const button = build('button', { type: 'button', class: 'secondary' }, text);
  button.addEventListener('click', act);
  return button;
}
