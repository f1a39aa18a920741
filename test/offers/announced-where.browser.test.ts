import { expect, fixture, html } from '@open-wc/testing';
import { createOffersLauncher } from '../../src/offers/index.ts';
import { press } from '../support/gestures.ts';
import { buildOffer, mountOffers } from '../support/mount-offers.ts';
import { until } from '../support/until.ts';

const parking = buildOffer({ maximum: 40 }, { cartItemId: 'a' });
const bag = buildOffer({}, { catalogItemId: 'bag', name: 'Bag' });

const SELECTOR = '[data-rokt-upsell-status]';
const regions = () => [...document.querySelectorAll<HTMLElement>(SELECTOR)];

describe('where it is announced', () => {
  const mountIn = async (target: Element) => {
    const launcher = await createOffersLauncher({ target, offers: { placements: [{ offers: [parking] }] } });
    const selection = await launcher.selectPlacements({ attributes: {} });
    await selection.ready();
    return target.querySelector('rokt-upsell-offers')!;
  };
  const add = async (drawn: Element) => press(drawn.shadowRoot!.querySelector('.accept')!);
  const heardIn = (node: ParentNode) => node.querySelector(SELECTOR)?.textContent.includes('in your order');

  it('is the modal dialog that the offers are in, and the body when it has closed', async () => {
    const dialog = await fixture<HTMLDialogElement>(html`<dialog lang="en"><div></div></dialog>`);
    dialog.showModal();
    const drawn = await mountIn(dialog.firstElementChild!);
    await add(drawn);
    await until(() => heardIn(dialog) === true);
    expect(regions()).to.have.length(1);
    dialog.close();
    dialog.before(dialog.firstElementChild!);
    await drawn.updateComplete;
    await press(drawn.shadowRoot!.querySelector('[part="less"]')!);
    await until(() => document.body.querySelector(`:scope > ${SELECTOR}`) !== null);
  });

  it('is a modal dialog in a shadow tree that the offers are slotted into', async () => {
    const host = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<dialog><slot></slot></dialog>';
    const dialog = root.querySelector('dialog')!;
    dialog.showModal();
    const target = host.appendChild(document.createElement('div'));
    await add(await mountIn(target));
    await until(() => heardIn(dialog) === true);
    expect(regions()).to.have.length(0);
    host.remove();
    await mountOffers([bag]);
    expect(regions()).to.have.length(1);
  });

  it('is whatever says that it is modal, with the offers in it', async () => {
    const modal = await fixture<HTMLElement>(
      html`<div lang="en" role="dialog" aria-modal="true"><div></div></div>`,
    );
    await add(await mountIn(modal.firstElementChild!));
    await until(() => heardIn(modal) === true);
  });

  it('is the open modal dialog, where the offers behind it change', async () => {
    const drawer = await fixture<HTMLDialogElement>(html`<dialog></dialog>`);
    const { send } = await mountOffers([parking]);
    drawer.showModal();
    await send('a', 2);
    await until(() => heardIn(drawer) === true);
  });
});
