import { expect } from '@open-wc/testing';
import { createScriptedLauncher } from '../../src/testing/index.ts';
import { setUpHostedPage } from '../support/hosted-page.ts';
import { SDK_URL } from '../support/hosted-rokt.ts';
import { mountReady, mountUpsell, reached, settled } from '../support/mount-upsell.ts';
import { observed } from '../support/observed.ts';
import { until } from '../support/until.ts';
import { type VirtualTime, withHeldTime } from '../support/virtual-time.ts';

describe('the launcher’s options', () => {
  it('are the element’s own over those passed through; "false" is false, as attribute and as property', async () => {
    const { accountId, add, made, launched } = await setUpHostedPage();
    const element = add('one', {
      sessionId: 'session-1',
      launcherOptions: { sessionToken: 'token-1', sessionId: 'other' },
      noTargeting: 'false' as never,
    });
    element.setAttribute('sandbox', 'false');
    element.setAttribute('no-functional', '');
    await launched(0);
    expect(made[0]!.options).to.deep.equal({
      accountId,
      sessionId: 'session-1',
      sessionToken: 'token-1',
      noFunctional: true,
    });
  });

  it('make one new launcher and selection when one of them changes', async () => {
    const { add, made, launched } = await setUpHostedPage();
    const element = add('one', { sessionId: 'first' });
    (await (await launched(0)).nextSelection()).succeed();
    await settled(element);
    element.sessionId = 'second';
    (await (await launched(1)).nextSelection()).succeed();
    await settled(element);
    expect(made.map(({ options }) => options.sessionId)).to.deep.equal(['first', 'second']);
  });

  it('that JSON cannot hold end in a definite phase, and select() and close() never reject', async () => {
    const { add, rokt } = await setUpHostedPage();
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    rokt.reject(new Error('cannot be sent'));
    const element = add('one', { launcherOptions: cycle });
    expect((await reached(element, 'placements-failed')).detail.error.code).to.equal('launcher-rejected');
    expect(await element.select()).to.equal('failed');
    expect(await element.close()).to.equal('failed');
  });

  it('without effect on a launcher of the page’s own are reported', async () => {
    const { element } = await mountUpsell({ sandbox: true });
    const { detail } = await reached(element, 'upsell-error');
    expect(detail.error.code).to.equal('launcher-options-fixed');
  });

  it('that restrict tracking are reported too when they are set while such a launcher serves', async () => {
    const { element, rokt } = await mountReady();
    element.noTargeting = true;
    const { error } = (await reached(element, 'upsell-error')).detail;
    expect(error.code).to.equal('launcher-options-fixed');
    expect(error.message).to.contain('noTargeting');
    expect([rokt.isTerminated, rokt.selections.length, element.phase]).to.deep.equal([false, 1, 'ready']);
  });
});

describe('the source', () => {
  it('is the launcher before the offers, and the offers before Rokt', async () => {
    const offersUrl = '/test/support/parking-offers.json';
    const { add, made } = await setUpHostedPage();
    const rokt = createScriptedLauncher();
    const first = add('one', { offersUrl, launcher: rokt.launcher });
    const second = add('two', { offersUrl });
    (await rokt.nextSelection()).succeed();
    expect((await reached(first, 'placements-ready')).detail.servedBy).to.equal('launcher');
    await settled(second);
    if (second.phase !== 'ready') await reached(second, 'placements-ready');
    expect(second.querySelector('rokt-upsell-offers')).to.not.equal(null);
    expect(made).to.deep.equal([]);
  });

  it('is asked with the tag’s own words: nonce, integrity and cross-origin mode', async () => {
    const { add, launched } = await setUpHostedPage();
    const response = await fetch(SDK_URL);
    const digest = await crypto.subtle.digest('SHA-384', await response.arrayBuffer());
    const integrity = `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
    add('one', { nonce: 'n-1', integrity, crossOrigin: 'use-credentials' });
    await launched(0);
    const tag = document.querySelector<HTMLScriptElement>('#rokt-launcher')!;
    expect(tag).to.include({ nonce: 'n-1', integrity, crossOrigin: 'use-credentials', async: true });
    if ('fetchPriority' in tag) expect(tag.fetchPriority).to.equal('high');
  });
});

describe('a time-out', () => {
  for (const timeout of [Infinity, 3e9, '3000', 0, -1, NaN, 'soon']) {
    const waitAWhile = async (time: VirtualTime) => {
      const { element, rokt } = await mountUpsell((it) => {
        it.timeout = timeout as number;
        it.updateTimeout = timeout as number;
      });
      const selection = await rokt.nextSelection();
      await time.pass(2_999);
      selection.succeed();
      await reached(element, 'placements-ready');
      const asked = element.updateCartItem({ cartItemId: 'a', quantity: 1 });
      const send = await selection.nextSend();
      await time.pass(2_999);
      send.answer();
      expect((await asked).outcome).to.equal('applied');
    };
    it(`of ${timeout} is no reason to give up at once`, withHeldTime(waitAWhile));
  }

  it('as text counts too', async () => {
    const { element } = await mountUpsell({ timeout: '40' as never });
    expect((await reached(element, 'placements-failed')).detail.error.message).to.contain('40 ms');
  });
});

describe('the element on its page', () => {
  it('is :state(idle) before anything has happened', async () => {
    const { element } = await mountUpsell({ loading: 'manual' });
    expect(element.matches(':state(idle)')).to.equal(true);
  });

  it('takes the default id where the page takes its own away', async () => {
    const { element, rokt } = await mountUpsell({ targetId: 'mine' });
    await rokt.nextSelection();
    element.removeAttribute('target-id');
    element.targetId = undefined as never;
    await rokt.nextSelection();
    expect(element.firstElementChild!.id).to.equal('rokt-placeholder');
  });

  it('is not made to select by a move of a frame that is not the placements’', async () => {
    const { element, parent, rokt } = await mountReady((it) => {
      it.innerHTML = '<p slot="loading"><iframe></iframe></p>';
    });
    parent.prepend(element);
    await settled(element);
    expect(rokt.selections).to.have.length(1);
  });

  it('keeps the space it reserved while it is in view, and gives it back out of view', async () => {
    const { element, parent, rokt } = await mountUpsell((it) => {
      it.style.setProperty('--rokt-upsell-reserve', '200px');
    });
    (await rokt.nextSelection()).find(0);
    await reached(element, 'placements-empty');
    await observed(element);
    await settled(element);
    expect(element.offsetHeight).to.equal(200);
    parent.style.paddingBlockStart = '5000px';
    await until(() => element.offsetHeight === 0);
  });
});
