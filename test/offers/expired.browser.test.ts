import { expect } from '@open-wc/testing';
import { press } from '../support/gestures.ts';
import { buildOffer, mountOffers } from '../support/mount-offers.ts';
import { until } from '../support/until.ts';
import { withHeldTime } from '../support/virtual-time.ts';

const HOUR = 3_600_000;
/** A point in time so many ms from now, as a file of offers says it. */
const isoIn = (ms: number) => new Date(Date.now() + ms).toISOString();
const parking = (expiresAt?: string, item: object = {}) =>
  buildOffer(expiresAt === undefined ? {} : { expiresAt }, { cartItemId: 'a', ...item });
const textOf = (within: Element, part: string) => within.querySelector(`[part~="${part}"]`)?.textContent;

describe('an offer that ends', () => {
  it('says until when it holds, in the page’s language and the shopper’s time', async () => {
    const [today, later] = [new Date(), new Date(Date.now() + 72 * HOUR)];
    today.setHours(23, 59, 0, 0);
    later.setHours(18, 0, 0, 0);
    const { card, mount } = await mountOffers([
      parking(today.toISOString()),
      parking(later.toISOString(), { cartItemId: 'b', catalogItemId: 'tea' }),
    ]);
    const clock = (lang: string) => new Intl.DateTimeFormat(lang, { timeStyle: 'short' }).format(today);
    expect(textOf(card(), 'ends')).to.equal(`Ends ${clock('en-US')}`);
    const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' }).format(later);
    expect(textOf(card('tea'), 'ends')).to.equal(`Ends ${day}`);
    const before = textOf(card(), 'ends');
    mount.lang = 'en-GB';
    await until(() => textOf(card(), 'ends') !== before);
    expect(textOf(card(), 'ends')).to.equal('Ends 23:59');
  });

  it('says nothing where its data says nothing', async () => {
    const { card } = await mountOffers();
    expect(textOf(card(), 'ends')).to.equal(undefined);
  });

  it(
    'cannot be added once it has ended, by nobody, and says why',
    withHeldTime(async (time) => {
      const { card, drawn, send, changes, root } = await mountOffers([parking(isoIn(HOUR))]);
      root.querySelector<HTMLElement>('[part="accept"]')!.focus();
      await time.pass(HOUR - 1);
      await drawn.updateComplete;
      expect(card().querySelector('[part="accept"]')).to.not.equal(null);
      await time.pass(1);
      await drawn.updateComplete;
      expect(card().className).to.equal('card expired');
      expect(textOf(card(), 'state')).to.equal('Offer ended');
      expect(textOf(card(), 'ends')).to.equal(undefined);
      expect(card().querySelector('button')).to.equal(null);
      expect(root.activeElement).to.equal(card().querySelector('[part="state"]'));
      await send('a', 1);
      expect(changes()).to.deep.equal([[0, 0]]);
    }),
  );

  it(
    'cannot be added after its end, also where that was not drawn in time',
    withHeldTime(async (time) => {
      const { card, drawn, button, changes } = await mountOffers([parking(isoIn(HOUR))]);
      // A page that was put away: its timers stand still, and time goes on.
      time.now += HOUR;
      await press(button('Add parking'));
      await drawn.updateComplete;
      expect(changes()).to.deep.equal([[0, 0]]);
      expect(card().className).to.equal('card expired');
    }),
  );

  it(
    'leaves what is held as it is: it can be fewer, and no more',
    withHeldTime(async (time) => {
      const { card, drawn, button, send, changes } = await mountOffers([parking(isoIn(HOUR))], {
        heldItems: [{ cartItemId: 'a', catalogItemId: 'parking', quantity: 2 }],
      });
      expect(card().className).to.equal('card added');
      await time.pass(HOUR);
      await drawn.updateComplete;
      expect(card().className).to.equal('card added');
      expect(textOf(card(), 'state')).to.equal('No more available');
      await press(button('Add one Parking'));
      await send('a', 4);
      await press(button('Remove one Parking'));
      await drawn.updateComplete;
      expect(changes().slice(1)).to.deep.equal([
        [2, 2],
        [2, 1],
      ]);
      await press(button('Remove Parking'));
      await drawn.updateComplete;
      expect(card().className).to.equal('card expired');
    }),
  );

  it(
    'that is farther away than a timer can wait has not ended yet',
    withHeldTime(async (time) => {
      const { card, drawn } = await mountOffers([parking(isoIn(60 * 24 * HOUR))]);
      await time.pass(HOUR);
      await drawn.updateComplete;
      expect(card().className).to.equal('card available');
    }),
  );

  it(
    'is waited for by nobody once the offers have left the page, also where something was just removed',
    withHeldTime(async (time) => {
      const { drawn, button, send } = await mountOffers([parking(isoIn(60 * 24 * HOUR))]);
      await send('a', 1);
      await press(button('Remove Parking'));
      await drawn.updateComplete;
      drawn.remove();
      await drawn.updateComplete;
      await time.run(100);
    }),
  );

  it('that has ended before it comes is shown as that, after what can be had', async () => {
    const { root } = await mountOffers([
      parking(isoIn(-1)),
      parking(undefined, { cartItemId: 'b', catalogItemId: 'tea' }),
    ]);
    const order = [...root.querySelectorAll('.card')].map(({ className }) => className);
    expect(order).to.deep.equal(['card available', 'card expired']);
  });

  it('is refused where its end is no point in time, by its path', async () => {
    for (const expiresAt of ['soon', '2026-12-05', '2026-12-05T18:00:00', '2026-13-05T18:00:00Z']) {
      const mounted = mountOffers([parking(expiresAt)]);
      const error = await mounted.then(() => undefined, String);
      expect(error, expiresAt).to.contain('placements[0].offers[0].expiresAt');
    }
  });
});
