import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.ts';
import '../../src/offers/messages/ar.ts';
import { focused, keys } from '../support/gestures.ts';
import { until } from '../support/until.ts';

const OFFERS = '/demo/offers/madison-square-garden.json';

/** What a screen reader calls the control that has the focus. */
function nameOf(control: Element | null): string {
  if (!control) return '';
  const name = control.getAttribute('aria-label') ?? control.textContent;
  return `${name.trim().replace(/\s+/g, ' ')}${control instanceof HTMLInputElement ? ` = ${control.value}` : ''}`;
}

/** A checkout with offers of its own between its fields and its button, and what its form has submitted. */
async function openCheckout(lang: string) {
  const form = await fixture<HTMLFormElement>(html`
    <form lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}>
      <input aria-label="Name" />
      <rokt-upsell name="upsell" account-id="222" offers-url=${OFFERS}></rokt-upsell>
      <button>Place order</button>
    </form>
  `);
  const submitted: string[] = [];
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submitted.push(new FormData(form).get('upsell') as string);
  });
  const upsell = form.querySelector('rokt-upsell')!;
  await until(() => upsell.phase === 'ready');
  form.querySelector('input')!.focus();
  return { form, upsell, submitted };
}

/** Presses Tab until a control is called that; all names on the way. */
async function tabTo(pattern: RegExp): Promise<string[]> {
  const passed: string[] = [];
  for (let steps = 0; steps < 30; steps++) {
    await keys('Tab');
    passed.push(nameOf(focused()));
    if (pattern.test(passed.at(-1)!)) return passed;
  }
  throw new Error(`expected to come to ${pattern}, came by ${passed.join(', ')}`);
}

describe('a purchase by keys alone', () => {
  it('goes through every control in the order that it is seen in, and submits what was chosen', async () => {
    const { upsell, submitted } = await openCheckout('en');
    await tabTo(/^Add parking/);
    await keys('Enter');
    await until(() => upsell.cartItems.some(({ catalogItemId }) => catalogItemId === 'parking-a'));
    await until(() => nameOf(focused()) === 'Quantity of Garage parking = 1');
    await keys('ArrowUp');
    await until(() => nameOf(focused()) === 'Quantity of Garage parking = 2');
    await keys('End', 'ArrowDown');
    await until(() => nameOf(focused()) === 'Quantity of Garage parking = 3');
    await tabTo(/^No, thanks/);
    await keys('Enter');
    await until(() => /^Show again/.test(nameOf(focused())));
    await keys('Enter');
    await until(() => /^Add protection/.test(nameOf(focused())));
    await keys(' ');
    await until(() => upsell.cartItems.some(({ catalogItemId }) => catalogItemId === 'ticket-protection'));
    await tabTo(/^Place order/);
    await keys('Enter');
    await until(() => submitted.length > 0);
    const { items } = JSON.parse(submitted[0]!) as { items: { quantity: number; unitPrice: number }[] };
    expect(items.map(({ quantity, unitPrice }) => [quantity, unitPrice])).to.deep.equal([
      [3, 35],
      [1, 18.9],
    ]);
  });

  for (const lang of ['en', 'ar'])
    it(`passes the controls from the top to the bottom: ${lang}`, async () => {
      const { form } = await openCheckout(lang);
      const there: number[] = [];
      while (focused() !== form.querySelector(':scope > button')) {
        await keys('Tab');
        there.push(focused()!.getBoundingClientRect().top + window.scrollY);
      }
      // Two beside each other stand on one line, give or take what their borders differ.
      for (const [place, top] of there.entries())
        if (place > 0) expect(top).to.be.at.least(there[place - 1]! - 24);
      expect(there.length).to.be.at.least(6);
    });
});
