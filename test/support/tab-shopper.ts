import { setTimeout as sleep } from 'node:timers/promises';
import { PATIENCE } from '../../tools/check/patience.mjs';
import type { Tab } from './tabs.ts';

const LINES = `document.querySelectorAll('[data-line]')`;
const GO_ON = `document.querySelector('.summary .primary')`;
const PAY = `document.querySelector('main:not([aria-busy]) .primary:not([aria-disabled="true"])')`;
const CARD = `document.querySelector('[data-card^="4242"]')`;
const ORDERED = `[...document.querySelectorAll('main:not([aria-busy]) [data-ordered]:has(a)')].map(({ dataset }) => dataset.ordered).sort()`;
/** A button of the offers, by a part of its words. */
const offerButton = (words: string) =>
  `[...document.querySelectorAll('rokt-upsell-offers')].flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll('button')])
    .find(({ textContent }) => textContent.includes(${JSON.stringify(words)}))`;

/**
 * Buys the concert of the demo at `shop` with the extras of these buttons, and pays with the card that is accepted.
 * @returns what the page knew of the order: its id, who has served the offers, and the extras of which the receipt links the confirmation
 */
export async function buyConcert(tab: Tab, shop: string, ...extras: readonly string[]) {
  await tab.goTo(shop);
  await comes(tab, `${LINES}.length > 0`);
  await tab.press(GO_ON);
  for (const words of extras) {
    await comes(tab, `location.pathname.startsWith('/extras') && ${offerButton(words)} !== undefined`);
    const lines = await tab.read(`${LINES}.length`);
    await tab.press(offerButton(words));
    await comes(tab, `${LINES}.length > ${String(lines)}`);
  }
  const servedBy = await tab.read(`document.querySelector('rokt-upsell').servedBy`);
  await tab.press(GO_ON);
  await comes(tab, `location.pathname.startsWith('/pay') && ${PAY} !== null`);
  await tab.press(CARD);
  await comes(tab, `document.querySelector('[name="cardNumber"]').value.startsWith('4242')`);
  await tab.press(PAY);
  await comes(tab, `location.pathname.startsWith('/receipt') && ${ORDERED}.length === ${extras.length}`);
  const orderId = await tab.read(`new URLSearchParams(location.search).get('order')`);
  return { orderId: String(orderId), servedBy, confirmed: await tab.read(ORDERED) };
}

/** Waits until a JavaScript expression on the page is true. */
async function comes(tab: Tab, expression: string): Promise<void> {
  let trouble: unknown;
  for (const end = Date.now() + PATIENCE.fact; Date.now() < end; await sleep(50)) {
    try {
      if ((await tab.read(expression)) === true) return;
      trouble = undefined;
    } catch (error) {
      // Between two pages there is nothing to read from.
      trouble = error;
    }
  }
  throw new Error(`This did not come true: ${expression}`, { cause: trouble });
}
