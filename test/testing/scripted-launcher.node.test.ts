import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createScriptedLauncher } from '../../src/testing/index.ts';
import { nextTask, setUp } from './told-by.ts';

const parking = { catalogItemId: 'parking', cartItemId: 'p', unitPrice: 10 };

describe('a scripted launcher', () => {
  it('has documented manners unless it is told', async () => {
    const { selection } = await setUp();
    assert.ok(selection.context);
  });

  it('tells the session id by a context under documented manners alone', async () => {
    const { selection } = await setUp({ manners: 'documented' });
    selection.pair('s-1');
    assert.equal(await selection.context?.sessionId, 's-1');
    const { selection: shipped } = await setUp({ manners: 'shipped' });
    assert.equal('context' in shipped, false);
    assert.throws(() => shipped.pair('s-1'), /has no context/);
  });

  it('asks for a link in its body under documented manners, beside it under shipped ones', async () => {
    for (const [manners, event] of [
      ['documented', { body: { url: 'https://shop.example' } }],
      ['shipped', { url: 'https://shop.example' }],
    ] as const) {
      const { selection } = await setUp({ manners });
      const heard: unknown[] = [];
      selection.on('LINK_NAVIGATION_REQUEST').subscribe((it) => heard.push(it));
      selection.requestLink('https://shop.example');
      assert.deepEqual(heard, [event]);
    }
  });

  it('gives a function that ends a subscription, or an object with one, or what it is told', async () => {
    const subscribed = async (options: Parameters<typeof setUp>[0]) => {
      const { selection } = await setUp(options);
      return { subscription: selection.on('A').subscribe(() => undefined), selection };
    };
    const documented = await subscribed({ manners: 'documented' });
    (documented.subscription as () => void)();
    assert.equal(documented.selection.listenerCount('A'), 0);
    const shipped = await subscribed({ manners: 'shipped' });
    (shipped.subscription as { unsubscribe(): void }).unsubscribe();
    assert.equal(shipped.selection.listenerCount('A'), 0);
    assert.equal((await subscribed({ subscribeReturns: 'nothing' })).subscription, undefined);
  });

  it('lets a placement be heard at its selection too', async () => {
    const { selection } = await setUp();
    const heard: unknown[] = [];
    const placement = selection.succeed();
    placement.on('PLACEMENT_CLOSED').subscribe(() => heard.push('placement'));
    selection.on('PLACEMENT_CLOSED').subscribe(() => heard.push('selection'));
    placement.closeByShopper();
    assert.deepEqual(heard, ['placement', 'selection']);
  });

  it('tells when the page has closed a selection or a placement, and when the shopper has', async () => {
    const { selection } = await setUp();
    const [first, second] = selection.find(2);
    const closed: string[] = [];
    void first?.closed.then(() => closed.push('first'));
    void second?.closed.then(() => closed.push('second'));
    void selection.closed.then(() => closed.push('selection'));
    await nextTask();
    assert.deepEqual(closed, []);
    first?.closeByShopper();
    await second?.close();
    await selection.close();
    await nextTask();
    assert.deepEqual(closed, ['first', 'second', 'selection']);
  });

  it('lists no more what was taken before its history was cleared', async () => {
    const rokt = createScriptedLauncher();
    void rokt.launcher.selectPlacements({ attributes: {}, identifier: 'taken' });
    void rokt.launcher.selectPlacements({ attributes: {}, identifier: 'waits' });
    await rokt.nextSelection();
    rokt.clearHistory();
    assert.deepEqual(
      rokt.selections.map(({ request }) => request.identifier),
      ['waits'],
    );
    assert.equal((await rokt.nextSelection()).request.identifier, 'waits');
  });

  it('shows what is held already as part of the request', async () => {
    const rokt = createScriptedLauncher();
    const heldItems = [{ cartItemId: 'old', catalogItemId: 'parking', quantity: 1 }];
    void rokt.launcher.selectPlacements({ attributes: {}, heldItems });
    assert.deepEqual((await rokt.nextSelection()).request, { attributes: {}, heldItems });
  });
});

describe('a selection with offers', () => {
  it('answers inside send() under shipped manners, and in a later task under documented ones', async () => {
    for (const [manners, inside] of [
      ['documented', 0],
      ['shipped', 1],
    ] as const) {
      const { selection, told, ask } = await setUp({ manners });
      selection.offer([parking]);
      const sent = ask('p', 1);
      assert.equal(told.length, inside);
      await sent;
      assert.equal(told.length, 1);
    }
  });

  it('answers at another time when it is told', async () => {
    const early = await setUp({ manners: 'documented', handling: 'at-once' });
    early.selection.offer([parking]);
    void early.ask('p', 1);
    assert.equal(early.told.length, 1);
    const late = await setUp({ manners: 'shipped', handling: 'later' });
    late.selection.offer([parking]);
    const sent = late.ask('p', 1);
    assert.equal(late.told.length, 0);
    await sent;
    assert.equal(late.told.length, 1);
  });

  it('waits for the test with handling "when-told", and settles send() then', async () => {
    const { selection, told, ask } = await setUp({ manners: 'shipped', handling: 'when-told' });
    selection.offer([parking]);
    let isSent = false;
    void ask('p', 1).then(() => {
      isSent = true;
    });
    const send = await selection.nextSend();
    await nextTask();
    assert.deepEqual([told.length, isSent], [0, false]);
    send.handle();
    await nextTask();
    assert.deepEqual([told.length, isSent], [1, true]);
  });

  it('handles nothing by itself before it is given any', async () => {
    const { selection, told, ask } = await setUp({ manners: 'shipped' });
    void ask('p', 1);
    await nextTask();
    assert.deepEqual(told, []);
    (await selection.nextSend()).answer();
    assert.equal(told.length, 1);
  });
});

describe('a terminated launcher', () => {
  it('selects nothing more, and says by whom it was terminated', async () => {
    const ours = createScriptedLauncher();
    await ours.launcher.terminate?.();
    await assert.rejects(ours.launcher.selectPlacements({ attributes: {} }), /terminated/);
    assert.deepEqual([ours.isTerminated, ours.isTerminatedByPage], [true, true]);
    const others = createScriptedLauncher();
    await others.terminateElsewhere();
    await assert.rejects(others.launcher.selectPlacements({ attributes: {} }), /terminated/);
    assert.deepEqual([others.isTerminated, others.isTerminatedByPage], [true, false]);
    assert.deepEqual(ours.selections, []);
  });

  it('is gone only when the test lets it go, and selects nothing meanwhile', async () => {
    const rokt = createScriptedLauncher();
    const letGo = rokt.holdTermination();
    let isGone = false;
    void rokt.launcher.terminate?.().then(() => {
      isGone = true;
    });
    await nextTask();
    assert.deepEqual([rokt.isTerminated, isGone], [true, false]);
    letGo();
    await nextTask();
    assert.equal(isGone, true);
  });
});
