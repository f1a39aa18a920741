import { expect } from '@open-wc/testing';
import { RoktUpsellElement } from '../../src/element/index.ts';
import { mountReady, mountUpsell, reached, settled } from '../support/mount-upsell.ts';
import { PARKING, served } from '../support/served-offers.ts';

const offersOf = (element: ParentNode) => element.querySelectorAll('rokt-upsell-offers').length;
/** A clone that stands nowhere yet. */
function cloneOf(element: Element): RoktUpsellElement {
  const holder = document.createDocumentFragment();
  holder.append(element.cloneNode(true));
  return holder.firstElementChild as RoktUpsellElement;
}

const regions = () => document.querySelectorAll('[data-rokt-upsell-status]');

/** Ways in which pages make an element of another one: all of its markup comes along, and none of its state. */
const COPIES: Record<string, (element: RoktUpsellElement) => RoktUpsellElement> = {
  'a clone': (element) => {
    const clone = cloneOf(element);
    element.replaceWith(clone);
    return clone;
  },
  'a cached snapshot of its parent': (element) => {
    const parent = element.parentElement!;
    const snapshot = parent.cloneNode(true) as HTMLElement;
    parent.replaceWith(snapshot);
    return snapshot.querySelector('rokt-upsell')!;
  },
  'markup that was kept as text': (element) => {
    const parent = element.parentElement!;
    const text = element.outerHTML;
    element.remove();
    parent.innerHTML = text;
    return parent.querySelector('rokt-upsell')!;
  },
  'a round trip of its parent’s innerHTML': (element) => {
    const parent = element.parentElement!;
    parent.innerHTML += '<p>More</p>';
    return parent.querySelector('rokt-upsell')!;
  },
  'an import of its clone': (element) => {
    const other = document.implementation.createHTMLDocument();
    other.body.append(other.importNode(element, true));
    const copy = document.importNode(other.querySelector('rokt-upsell')!, true);
    element.replaceWith(copy);
    return copy;
  },
};

describe('an element that was copied with its offers', () => {
  for (const [how, copy] of Object.entries(COPIES)) {
    for (const mount of ['', '<div id="mine"></div>']) {
      const where = mount ? 'in a mount of the page’s own' : 'in its own mount';
      it(`as ${how}, ${where}, starts clean and has one set of offers`, async () => {
        const element = await served((it) => {
          it.setAttribute('offers-url', PARKING);
          it.innerHTML = `${mount}<p slot="failed">No extras.</p>`;
        });
        expect(offersOf(element)).to.equal(1);
        const copied = copy(element);
        expect([copied.phase, copied.cartItems, offersOf(copied)]).to.deep.equal(['idle', [], 0]);
        await reached(copied, 'placements-ready');
        expect([copied, document].map(offersOf)).to.deep.equal([1, 1]);
        expect(copied.querySelectorAll(':scope > :not([slot])')).to.have.length(1);
        expect(copied.querySelector('[slot]')!.textContent).to.equal('No extras.');
        copied.parentElement!.remove();
      });
    }
  }

  it('beside the first has offers of its own, and the first goes on', async () => {
    const element = await served((it) => it.setAttribute('offers-url', PARKING));
    const clone = cloneOf(element);
    element.after(clone);
    await reached(clone, 'placements-ready');
    expect([element, clone].map(offersOf)).to.deep.equal([1, 1]);
    expect([element.phase, document.querySelectorAll('#rokt-placeholder').length]).to.deep.equal([
      'ready',
      1,
    ]);
  });

  it('and waits for select() shows nothing until then', async () => {
    const element = await served((it) => it.setAttribute('offers-url', PARKING));
    const clone = cloneOf(element);
    clone.loading = 'manual';
    element.replaceWith(clone);
    await settled(clone);
    expect([clone.phase, clone.children.length]).to.deep.equal(['idle', 0]);
  });

  it('by a round trip of its own innerHTML is clean at its next selection', async () => {
    const element = await served();
    element.innerHTML += '<p slot="empty">Nothing.</p>';
    void element.select();
    await reached(element, 'placements-ready');
    expect(offersOf(element)).to.equal(1);
    expect(element.querySelectorAll(':scope > :not([slot])')).to.have.length(1);
  });

  it('together with the live region leaves one of these, empty', async () => {
    const element = await served((it) => it.setAttribute('offers-url', PARKING));
    const [region] = regions();
    region!.textContent = 'Parking: 1 in your order';
    const clone = cloneOf(element);
    region!.replaceWith(region!.cloneNode(true), region!.cloneNode(true));
    element.replaceWith(clone);
    await reached(clone, 'placements-ready');
    expect([...regions()].map(({ textContent }) => textContent)).to.deep.equal(['']);
  });

  it('with Rokt’s placements in its own mount starts without them', async () => {
    const { element, rokt } = await mountReady();
    element.firstElementChild!.append(document.createElement('iframe'));
    const clone = cloneOf(element);
    clone.launcher = rokt.launcher;
    element.replaceWith(clone);
    (await rokt.nextSelection()).succeed();
    await reached(clone, 'placements-ready');
    expect(clone.querySelectorAll('iframe')).to.have.length(0);
  });
});

describe('an element with a shadow root that a server has sent', () => {
  let count = 0;
  for (const attributes of ['', 'shadowrootclonable', 'shadowrootdelegatesfocus']) {
    it(`starts, and so does its clone (${attributes || 'plain'})`, async () => {
      const tag = `sent-upsell-${++count}`;
      const holder = document.createElement('div');
      holder.setHTMLUnsafe(
        `<${tag} target-id="t-${count}"><template shadowrootmode="open" ${attributes}><p>sent</p></template></${tag}>`,
      );
      document.body.append(holder);
      customElements.define(tag, class extends RoktUpsellElement {});
      const element = holder.firstElementChild as RoktUpsellElement;
      const clone = cloneOf(element);
      holder.replaceChildren(clone);
      for (const each of [element, clone]) {
        expect(each.phase).to.equal('idle');
        expect(each.shadowRoot!.textContent).to.equal('');
        expect(each.shadowRoot!.querySelectorAll('slot')).to.have.length(4);
      }
      holder.remove();
    });
  }

  it('that is closed starts as well', async () => {
    const holder = document.createElement('div');
    holder.setHTMLUnsafe(
      '<closed-upsell><template shadowrootmode="closed"><p>sent</p></template></closed-upsell>',
    );
    document.body.append(holder);
    customElements.define('closed-upsell', class extends RoktUpsellElement {});
    expect((holder.firstElementChild as RoktUpsellElement).phase).to.equal('idle');
    holder.remove();
  });
});

describe('an element that is moved into an open dialog', () => {
  it('goes on with its offers, and they are heard there', async () => {
    const element = await served();
    const drawn = element.querySelector('rokt-upsell-offers');
    const dialog = document.createElement('dialog');
    element.parentElement!.append(dialog);
    dialog.showModal();
    dialog.append(element);
    await settled(element);
    expect([element.phase, element.querySelector('rokt-upsell-offers')]).to.deep.equal(['ready', drawn]);
    expect(regions()).to.have.length(1);
    expect(dialog.contains(regions()[0]!), 'what is outside is inert').to.equal(true);
    dialog.remove();
  });

  it('starts there where it was waiting', async () => {
    const { element, parent, rokt } = await mountUpsell({ loading: 'manual' });
    const dialog = document.createElement('dialog');
    parent.append(dialog);
    dialog.showModal();
    dialog.append(element);
    void element.select();
    (await rokt.nextSelection()).succeed();
    await reached(element, 'placements-ready');
    dialog.close();
  });
});
