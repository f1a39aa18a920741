import { expect } from '@open-wc/testing';
import type { RoktUpsellElement } from '../../src/element/index.ts';
import { setUpHostedPage } from '../support/hosted-page.ts';
import { mountReady, mountUpsell, reached, settled } from '../support/mount-upsell.ts';
import { PARKING, served } from '../support/served-offers.ts';

const offersOf = (element: Element) => element.querySelectorAll('rokt-upsell-offers').length;
const withId = () => document.querySelectorAll('#rokt-placeholder').length;

/** Another element that is given like properties, put where `place` says. */
function add(properties: Partial<RoktUpsellElement>, place: (element: RoktUpsellElement) => void) {
  const element = document.createElement('rokt-upsell');
  Object.assign(element, properties);
  place(element);
  return element;
}

describe('several elements without target-id', () => {
  it('have a mount each where our own launcher serves, and no id is there twice', async () => {
    const first = await served();
    const parent = first.parentElement!;
    const others = [1, 2].map(() => add({ offersUrl: PARKING }, (it) => parent.append(it)));
    await Promise.all(others.map((element) => reached(element, 'placements-ready')));
    expect([first, ...others].map(offersOf)).to.deep.equal([1, 1, 1]);
    expect(withId()).to.equal(1);
  });

  it('that start in one task have a mount each as well', async () => {
    const { parent } = await mountUpsell({ loading: 'manual' });
    parent.innerHTML = `<rokt-upsell offers-url="${PARKING}"></rokt-upsell>`.repeat(3);
    const elements = [...parent.querySelectorAll('rokt-upsell')];
    await Promise.all(elements.map((element) => reached(element, 'placements-ready')));
    expect(elements.map(offersOf)).to.deep.equal([1, 1, 1]);
  });
});

describe('an id that is there twice', () => {
  for (const [where, place] of [
    ['after', (first: Element, it: Element) => first.after(it)],
    ['before', (first: Element, it: Element) => first.before(it)],
  ] as const) {
    for (const markup of ['', '<div id="rokt-placeholder"></div>']) {
      const how = markup ? 'with a mount of the page’s own' : 'without children';
      it(`fails the second element, ${where} the first and ${how}, and the first goes on`, async () => {
        const { element, rokt } = await mountReady();
        const second = add({ launcher: rokt.launcher, innerHTML: markup }, (it) => place(element, it));
        const { error } = (await reached(second, 'placements-failed')).detail;
        expect(error.code).to.equal('duplicate-target');
        expect(error.message).to.contain('"rokt-placeholder"');
        expect([element.phase, rokt.selections.length]).to.deep.equal(['ready', 1]);
        void element.select();
        (await rokt.nextSelection()).succeed();
        await reached(element, 'placements-ready');
        second.targetId = 'second';
        second.replaceChildren();
        (await rokt.nextSelection()).succeed();
        await reached(second, 'placements-ready');
        expect(second.querySelector('#second')).to.not.equal(null);
      });
    }
  }

  it('is an error of the later one where both stand in the markup', async () => {
    const { parent, rokt } = await mountUpsell({ loading: 'manual' });
    const one = '<rokt-upsell loading="manual"><div id="rokt-placeholder"></div></rokt-upsell>';
    parent.innerHTML = one + one;
    const [first, second] = parent.querySelectorAll('rokt-upsell');
    for (const element of [second!, first!]) element.launcher = rokt.launcher;
    expect(await second!.select()).to.equal('failed');
    void first!.select();
    (await rokt.nextSelection()).succeed();
    await reached(first!, 'placements-ready');
    expect([second!.error!.code, first!.phase]).to.deep.equal(['duplicate-target', 'ready']);
  });

  it('is an error beside a node of the page’s own too', async () => {
    const { element, rokt } = await mountUpsell({ innerHTML: '<div hidden id="rokt-placeholder"></div>' });
    expect((await reached(element, 'placements-failed')).detail.error.code).to.equal('duplicate-target');
    expect(rokt.selections).to.deep.equal([]);
  });

  it('leaves the fallback, which needs no id', async () => {
    const { element, rokt } = await mountReady();
    const second = add({ launcher: rokt.launcher, fallback: 'offers', offersUrl: PARKING }, (it) =>
      element.after(it),
    );
    const told = reached(second, 'upsell-error');
    const ready = reached(second, 'placements-ready');
    expect((await told).detail.error.code).to.equal('duplicate-target');
    expect((await ready).detail.servedBy).to.equal('offers');
    expect([offersOf(second), withId(), rokt.selections.length]).to.deep.equal([1, 1, 1]);
  });

  it('is none any more once the first has left', async () => {
    const { element, parent, rokt } = await mountReady();
    const second = add({ launcher: rokt.launcher }, (it) => parent.append(it));
    await reached(second, 'placements-failed');
    element.remove();
    await settled(element);
    void second.select();
    (await rokt.nextSelection()).succeed();
    await reached(second, 'placements-ready');
    expect(withId()).to.equal(1);
  });
});

describe('an element in a shadow tree', () => {
  /** A shadow tree in the page, or one in another. */
  const trees = {
    'a shadow tree': (parent: Element) => addTree(parent, 'open'),
    'a closed one': (parent: Element) => addTree(parent, 'closed'),
    'one within another': (parent: Element) => addTree(addTree(parent, 'open'), 'open'),
  };
  function addTree(parent: ParentNode, mode: ShadowRootMode): ShadowRoot {
    const host = document.createElement('div');
    parent.append(host);
    return host.attachShadow({ mode });
  }

  for (const [where, plant] of Object.entries(trees)) {
    it(`(${where}) is told at once that Rokt does not look there`, async () => {
      const { add: addHosted, made, parent } = await setUpHostedPage();
      const element = addHosted('one');
      plant(parent).append(element);
      const { error } = (await reached(element, 'placements-failed')).detail;
      expect(error.code).to.equal('target-unreachable');
      expect([made.length, document.querySelector('#rokt-launcher')]).to.deep.equal([0, null]);
    });

    it(`(${where}) is served by our own launcher, also as the fallback`, async () => {
      const { add: addHosted, parent } = await setUpHostedPage();
      const fallback = addHosted('one', { fallback: 'offers', offersUrl: PARKING });
      const own = add({ offersUrl: PARKING }, () => {});
      plant(parent).append(fallback, own);
      await Promise.all([fallback, own].map((element) => reached(element, 'placements-ready')));
      expect([fallback, own].map(offersOf)).to.deep.equal([1, 1]);
    });
  }

  it('only as a slotted child is in the document, where Rokt finds it', async () => {
    const { element, parent, rokt } = await mountUpsell();
    parent.attachShadow({ mode: 'open' }).innerHTML = '<slot></slot>';
    (await rokt.nextSelection()).succeed();
    await reached(element, 'placements-ready');
  });
});
