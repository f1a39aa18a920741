import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.ts';
import { reached } from '../support/mount-upsell.ts';

describe('the documented offers.json', () => {
  it('shows the offers that its page promises', async () => {
    const page = await (await fetch('/docs/offers-json.md')).text();
    const [, sample = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    const element = document.createElement('rokt-upsell');
    const { fetch: network } = window;
    window.fetch = async () => new Response(sample);
    element.offersUrl = '/offers.json';
    const ready = reached(element, 'placements-ready');
    parent.append(element);
    try {
      await ready;
    } finally {
      window.fetch = network;
    }
    const { shadowRoot } = element.querySelector('rokt-upsell-offers')!;
    expect(page).to.contain('which shows four offers');
    expect(shadowRoot!.querySelectorAll('.card')).to.have.length(4);
    expect(element.cartItems.map(({ catalogItemId }) => catalogItemId)).to.deep.equal(['recycling-fee']);
  });
});
