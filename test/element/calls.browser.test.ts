import { expect } from '@open-wc/testing';
import { PATIENCE } from '../../tools/check/patience.mjs';
import type { UpsellPhase } from '../../src/element/index.ts';
import { outcomeOf } from '../support/record-facts.ts';
import { mountReady, mountUpsell, reached, settled } from '../support/mount-upsell.ts';

describe('calls that come early or all at once', () => {
  it('50 times select() in one task is one selection, and every call learns its phase', async () => {
    const { element, rokt, types } = await mountUpsell();
    const calls = Array.from({ length: 50 }, () => element.select());
    (await rokt.nextSelection()).succeed();
    expect(new Set(await Promise.all(calls))).to.deep.equal(new Set<UpsellPhase>(['ready']));
    await settled(element);
    expect(rokt.selections).to.have.length(1);
    expect(types()).to.deep.equal(['placements-loading', 'placements-ready']);
  });

  it('a select() in each of 50 tasks leaves the last selection alone, and every call learns its phase', async () => {
    const { element, rokt, types } = await mountUpsell();
    const calls: Promise<UpsellPhase>[] = [];
    for (let call = 0; call < 50; call++) {
      calls.push(element.select());
      await settled(element);
    }
    for (const selection of rokt.selections) selection.succeed();
    expect(new Set(await Promise.all(calls))).to.deep.equal(new Set<UpsellPhase>(['ready']));
    expect(rokt.selections.filter(({ isClosed }) => !isClosed)).to.deep.equal([rokt.selections.at(-1)]);
    expect(types().filter((type) => type !== 'placements-loading')).to.deep.equal(['placements-ready']);
  });

  it('select() and close() in turn end in a definite phase with one terminal event a selection', async () => {
    const { element, rokt, types } = await mountReady();
    const calls: Promise<UpsellPhase>[] = [];
    for (let turn = 0; turn < 20; turn++) calls.push(element.select(), element.close());
    await Promise.all(calls);
    await settled(element);
    expect(element.phase).to.equal('closed');
    expect(rokt.selections.filter(({ isClosed }) => !isClosed)).to.deep.equal([]);
    expect(types()).to.deep.equal(['placements-loading', 'placements-ready', 'placements-closed']);
  });

  it('every method may be called in the task that connects the element', async () => {
    const { element, rokt } = await mountUpsell({ timeout: PATIENCE.fact });
    const update = outcomeOf(element.updateCartItem({ cartItemId: 'a', quantity: 1 }));
    const added = outcomeOf(element.addPlacementAttributes({ venueName: 'Hall' }));
    const hashed = outcomeOf(element.hashAttributes({ email: 'a@b.example' }));
    const session = outcomeOf(element.getSessionId());
    const selection = await rokt.nextSelection();
    expect(selection.request.attributes).to.deep.equal({ venueName: 'Hall' });
    selection.pair('session-1');
    selection.succeed();
    await reached(element, 'placements-ready');
    expect(await Promise.all([update, added, hashed, session])).to.deep.equal([
      'no-selection',
      undefined,
      '{"emailsha256":"hash of email"}',
      '"session-1"',
    ]);
  });
});
