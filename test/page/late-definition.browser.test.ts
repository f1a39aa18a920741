import { expect } from '@open-wc/testing';
import { openPage } from '../support/scripted-page.ts';

const FILE = '/script/rokt-upsell.js';
const LAUNCHER = '/support/page/launcher.js';

describe('an element that is defined late', () => {
  it('takes the properties that were set before', async () => {
    const page = await openPage({ html: '<rokt-upsell></rokt-upsell>' });
    await page.act('set', { accountId: '222', sdkUrl: LAUNCHER, identifier: 'late', timeout: 60_000 });
    await page.act('load', FILE);
    const state = await page.until(({ phase, isOffered }) => phase === 'ready' && isOffered);
    expect(state.events.map(({ type }) => type)).to.deep.equal(['placements-loading', 'placements-ready']);
    page.close();
  });

  it('leaves alone what a framework has rendered by then, and renders again later', async () => {
    const page = await openPage({ html: '' });
    const attributes = { 'account-id': '222', 'sdk-url': LAUNCHER };
    await page.act('render', { attributes, children: ['loading', 'failed'] });
    await page.act('render', { attributes, children: ['failed', 'empty'] });
    expect((await page.state()).events).to.deep.equal([]);
    await page.act('load', FILE);
    const state = await page.until(({ phase, isOffered }) => phase === 'ready' && isOffered);
    expect(state.children).to.deep.equal(['failed', 'empty', 'mount']);
    expect(state.events.map(({ type }) => type)).to.deep.equal(['placements-loading', 'placements-ready']);
    page.close();
  });
});
