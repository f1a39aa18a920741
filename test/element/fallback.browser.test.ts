import { expect } from '@open-wc/testing';
import { PATIENCE } from '../../tools/check/patience.mjs';
import { setUpHostedPage } from '../support/hosted-page.ts';
import { reached, settled } from '../support/mount-upsell.ts';
import { until } from '../support/until.ts';
import { withHeldTime } from '../support/virtual-time.ts';

const OFFERS = '/test/support/parking-offers.json';
const own = { fallback: 'offers', offersUrl: OFFERS, timeout: 2 * PATIENCE.fact } as const;

describe('fallback="offers"', () => {
  it('leaves the hosted launcher first', async () => {
    const { add, launched } = await setUpHostedPage();
    const element = add('one', own);
    (await (await launched(0)).nextSelection()).succeed();
    const { detail } = await reached(element, 'placements-ready');
    expect(detail).to.deep.include({ servedBy: 'hosted', count: 1 });
    expect(element.querySelector('rokt-upsell-offers')).to.equal(null);
  });

  for (const [name, properties, code] of [
    ['is blocked', { sdkUrl: '/test/support/no-such-launcher.js' }, 'script-blocked'],
    ['sets no global', { sdkUrl: '/test/support/hosted-launcher.js?none=1' }, 'sdk-missing'],
  ] as const) {
    it(`sells the page’s own offers where the hosted launcher ${name}, and says who served`, async () => {
      const { add } = await setUpHostedPage();
      const element = add('one', { ...own, ...properties });
      const failed = reached(element, 'upsell-error');
      const ready = reached(element, 'placements-ready');
      expect((await failed).detail.error.code).to.equal(code);
      expect((await ready).detail).to.deep.include({ servedBy: 'offers', count: 1 });
      expect(element.querySelector('rokt-upsell-offers')).to.not.equal(null);
      await settled(element);
      expect(element.phase).to.equal('ready');
    });
  }

  it(
    'sells the page’s own offers where the hosted launcher has not come in half of the time',
    withHeldTime(async (time) => {
      const { add, rokt } = await setUpHostedPage();
      rokt.hang();
      const element = add('one', { ...own, timeout: 600 });
      const failed = reached(element, 'upsell-error');
      const ready = reached(element, 'placements-ready');
      await until(() => rokt.calls.length === 1);
      await time.pass(299);
      expect(element.error).to.equal(null);
      await time.pass(1);
      expect((await failed).detail.error.code).to.equal('launcher-timeout');
      expect((await ready).detail).to.deep.include({ servedBy: 'offers', count: 1 });
    }),
  );

  it(
    'closes a hosted selection that comes too late',
    withHeldTime(async (time) => {
      const { add, launched } = await setUpHostedPage();
      const element = add('one', { ...own, timeout: 3000 });
      const selection = await (await launched(0)).nextSelection();
      const ready = reached(element, 'placements-ready');
      await time.pass(1500);
      await ready;
      selection.succeed();
      await settled(element);
      expect(selection.isClosed).to.equal(true);
      expect(element.phase).to.equal('ready');
    }),
  );

  it('fails once when the page’s own offers fail too', async () => {
    const { add, rokt } = await setUpHostedPage();
    rokt.reject(new Error('unknown account'));
    const element = add('one', { ...own, offersUrl: '/test/support/no-such-offers.json' });
    const events: string[] = [];
    for (const type of ['placements-failed', 'placements-ready', 'placements-empty'] as const) {
      element.addEventListener(type, () => events.push(type));
    }
    const { detail } = await reached(element, 'placements-failed');
    expect(detail.error.code).to.equal('offers-unavailable');
    await settled(element);
    expect(events).to.deep.equal(['placements-failed']);
  });

  it('does not count where Rokt has decided that there is no offer', async () => {
    const { add, launched } = await setUpHostedPage();
    const element = add('one', own);
    (await (await launched(0)).nextSelection()).find(0);
    expect((await reached(element, 'placements-empty')).detail.servedBy).to.equal('hosted');
  });
});
