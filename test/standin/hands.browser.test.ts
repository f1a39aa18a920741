import { expect, fixture, html } from '@open-wc/testing';
import type { CartItem } from '../../src/model/index.ts';
import type { Launcher, Selection } from '../../src/sdk/index.ts';
import { keys } from '../support/gestures.ts';
import { listenTo, makeLauncher, tabAndEnter, type ToldMessage } from '../support/stand-in.ts';
import { until } from '../support/until.ts';

const nameOf = ({ event }: ToldMessage) =>
  (event.body as { cartItem: CartItem | null }).cartItem?.catalogItemId;

describe('a shopper at the stand-in', () => {
  let launcher: Launcher;
  let selection: Selection;
  let told: ToldMessage[];
  const open = async () => {
    launcher = await makeLauncher();
    selection = await launcher.selectPlacements({ attributes: {} });
    told = listenTo(selection, 'V2_CART_ITEM_UPDATED');
    await selection.ready();
  };
  afterEach(() => launcher.terminate?.());

  const frame = () => document.querySelector<HTMLIFrameElement>('#rokt-placeholder iframe')!;

  it('comes into a frame by Tab, adds by Enter, and comes out of it again', async () => {
    await fixture<HTMLElement>(
      html`<div>
        <input id="before" />
        <div id="rokt-placeholder"></div>
        <input id="after" />
        <div id="second"></div>
      </div>`,
    );
    await open();
    document.querySelector<HTMLElement>('#before')!.focus();
    await tabAndEnter(() => told.some((one) => nameOf(one) === 'parking'));
    expect(document.activeElement).to.equal(frame());
    for (let steps = 0; steps < 20 && document.activeElement?.id !== 'after'; steps++) await keys('Tab');
    expect(document.activeElement?.id).to.equal('after');
  });

  it('adds in a modal dialog, where the rest of the page is out of reach', async () => {
    const dialog = await fixture<HTMLDialogElement>(
      html`<dialog>
        <button>Close</button>
        <div id="rokt-placeholder"></div>
        <div id="second"></div>
      </dialog>`,
    );
    dialog.showModal();
    await open();
    dialog.querySelector('button')!.focus();
    await tabAndEnter(() => told.some((one) => nameOf(one) === 'parking'));
    expect(dialog.open).to.equal(true);
  });

  it('sees a frame as high as what is in it, however narrow it becomes', async () => {
    const page = await fixture<HTMLElement>(
      html`<div style="width: 700px">
        <div id="rokt-placeholder"></div>
        <div id="second"></div>
      </div>`,
    );
    await open();
    const wide = frame().offsetHeight;
    expect(wide).to.be.greaterThan(100);
    const resized = listenTo(selection, 'PLACEMENT_RESIZE');
    page.style.width = '300px';
    await until(() => frame().offsetHeight > wide);
    expect(resized.length).to.be.greaterThan(0);
    page.style.width = '700px';
    await until(() => frame().offsetHeight === wide);
  });
});
