// @ts-check
import { caseGroups } from './cases/cases.mjs';
import { build } from './dom.js';

const EXTRAS = { 'parking-a': 'parking' };
const CARDS = { declined: 'the card that is declined', late: 'the card whose bank answers late' };

const place = /** @type {HTMLElement} */ (document.querySelector('[data-cases]'));
place.replaceChildren(
  ...caseGroups.flatMap(({ title, cases }) => [
    build('h2', {}, title),
    build('ul', {}, ...cases.map((one) => buildCase(one))),
  ]),
);

for (const choice of /** @type {NodeListOf<HTMLInputElement>} */ (
  document.querySelectorAll('[name="launcher"]')
))
  choice.addEventListener('change', () => {
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (place.querySelectorAll('a')))
      link.href = addressOf(link.dataset.case ?? '', choice.value);
  });

/** @param {import('./cases/cases.mjs').Case} one */
function buildCase({ name, title, see, ...how }) {
  const link = build('a', { href: addressOf(name, 'first-party'), 'data-case': name }, title);
  return build('li', {}, link, build('p', {}, `${toSteps(how)} ${see}`), build('code', {}, `?case=${name}`));
}

/** @param {string} name @param {string} launcher */
function addressOf(name, launcher) {
  const query = new URLSearchParams({ case: name, ...(launcher !== 'first-party' && { launcher }) });
  return `/?${query}`;
}

/** What the shopper does. @param {Pick<import('./cases/cases.mjs').Case, 'take' | 'quantity' | 'card'>} how */
function toSteps({ take = ['parking-a'], quantity = 1, card }) {
  const names = take.map((sku) => EXTRAS[/** @type {keyof typeof EXTRAS} */ (sku)] ?? sku);
  const taken = names.length > 0 ? `Take ${quantity > 1 ? `${quantity} × ` : ''}${names.join(' and ')}` : '';
  const paid = card && card !== 'accepted' ? `pay with ${CARDS[card]}` : '';
  const steps = [taken, paid].filter(Boolean).join(', ');
  return steps && `${steps}.`;
}
