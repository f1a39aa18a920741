import { expect } from '@open-wc/testing';
import { mountReady, mountUpsell, reached, settled } from '../support/mount-upsell.ts';

const { supports } = CSS;
const invoker = Object.getOwnPropertyDescriptor(HTMLButtonElement.prototype, 'commandForElement');

/** The browser as it is before custom states: no style sheet can ask for one. */
function forgetStates(): void {
  CSS.supports = (...query: unknown[]) =>
    !String(query[0]).includes(':state') && Boolean(Reflect.apply(supports, CSS, query));
}

describe('a browser without :state()', () => {
  afterEach(() => {
    CSS.supports = supports;
  });

  it('has the phase as an attribute, from when the element is on the page', async () => {
    forgetStates();
    const { element, rokt } = await mountUpsell();
    const phases = [element.getAttribute('phase')];
    for (const type of ['placements-loading', 'placements-ready', 'placements-closed'] as const) {
      element.addEventListener(type, () => phases.push(element.getAttribute('phase')));
    }
    (await rokt.nextSelection()).succeed();
    await reached(element, 'placements-ready');
    await element.close();
    expect(phases).to.deep.equal(['idle', 'loading', 'ready', 'closed']);
  });

  it('has it anew for a clone', async () => {
    forgetStates();
    const { element } = await mountReady();
    const holder = document.createElement('div');
    holder.append(element.cloneNode(true));
    expect(holder.firstElementChild!.getAttribute('phase')).to.equal('ready');
    element.replaceWith(holder);
    expect(holder.firstElementChild!.getAttribute('phase')).to.equal('idle');
  });

  it('lets the element be created by a script, which may give it no attributes', () => {
    forgetStates();
    expect(document.createElement('rokt-upsell').getAttributeNames()).to.deep.equal([]);
  });

  it('is no other: with custom states there is no such attribute', async () => {
    const { element } = await mountReady();
    expect([element.matches(':state(ready)'), element.hasAttribute('phase')]).to.deep.equal([true, false]);
  });
});

describe('a browser without Invoker Commands', () => {
  beforeEach(() => Reflect.deleteProperty(HTMLButtonElement.prototype, 'commandForElement'));
  afterEach(() => {
    if (invoker) Object.defineProperty(HTMLButtonElement.prototype, 'commandForElement', invoker);
  });

  const click = () => new MouseEvent('click', { bubbles: true, composed: true });
  const BUTTON = `<button type="button" commandfor="upsell" command="--update-cart-item" data-catalog-item-id="parking-a"
    data-quantity="1"><b>Add</b></button>`;

  /** What the page hears of wishes that no item fits; where the engine has commands after all, twice. */
  async function setUp() {
    const { element, parent, events } = await mountReady({ id: 'upsell', updateTimeout: 1 });
    parent.insertAdjacentHTML('beforeend', `<p>text</p>${BUTTON}`);
    const failures: unknown[] = [];
    const note = ({ message }: ErrorEvent) => failures.push(message);
    window.addEventListener('error', note);
    await element.close();
    const failed = () => events.filter(({ type }) => type === 'update-failed').length;
    const end = () => window.removeEventListener('error', note);
    return { element, parent, failures, failed, end };
  }

  it('takes no harm of a click on the document, on a text or within a shadow tree', async () => {
    const { element, parent, failures, failed, end } = await setUp();
    const { firstChild } = parent.querySelector('p')!;
    for (const target of [document, document.documentElement, firstChild!, element.shadowRoot!]) {
      target.dispatchEvent(click());
    }
    await settled(element);
    end();
    expect([failures, failed()]).to.deep.equal([[], 0]);
  });

  it('hears a click that is dispatched on a text within a button', async () => {
    const { element, parent, failures, failed, end } = await setUp();
    parent.querySelector('b')!.firstChild!.dispatchEvent(click());
    await settled(element);
    end();
    expect(failures).to.deep.equal([]);
    expect(failed()).to.be.at.least(1);
  });

  it('hears nothing of what is no button, which no browser invokes', async () => {
    const { element, parent, failed, end } = await setUp();
    const link = document.createElement('a');
    for (const name of ['commandfor', 'command']) {
      link.setAttribute(name, parent.querySelector('button')!.getAttribute(name)!);
    }
    parent.append(link);
    link.dispatchEvent(click());
    await settled(element);
    end();
    expect(failed()).to.equal(0);
  });
});

describe('a page whose library has put methods of its own over those of arrays', () => {
  const { entries } = Array.prototype;
  afterEach(() => {
    Array.prototype.entries = entries;
  });

  it('has its placements all the same', async () => {
    // As Prototype.js does.
    Array.prototype.entries = function (this: unknown[]) {
      return [...this];
    } as unknown as typeof entries;
    const { element } = await mountReady();
    expect(element.phase).to.equal('ready');
  });
});
