import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sessionIdOf } from '../../src/selection/index.ts';
import { type Bench, onBench } from '../support/in-virtual-time.ts';

/** What comes of asking for the session id: it, the code of an error, or nothing yet. */
function ask(b: Bench, own?: string) {
  const ended: { id?: string; error?: unknown } = {};
  sessionIdOf(b.upsell, 1_000, own).then(
    (id) => Object.assign(ended, { id }),
    (error: unknown) => Object.assign(ended, { error: (error as { code: unknown }).code }),
  );
  return ended;
}

describe('the session id', () => {
  it(
    'is the one that the selection tells, also where it is asked for before',
    onBench({}, async (b) => {
      const early = ask(b);
      const { selection } = await b.startReady();
      assert.deepEqual(early, {});
      selection.pair('session-1');
      await b.time.settle();
      assert.deepEqual(early, { id: 'session-1' });
      assert.equal(b.upsell.state.sessionId, 'session-1');
    }),
  );

  it(
    'is the page’s own at once where the launcher has told none',
    onBench({ manners: 'shipped' }, async (b) => {
      await b.startReady();
      const known = ask(b, 'from the back end');
      await b.time.settle();
      assert.deepEqual(known, { id: 'from the back end' });
    }),
  );

  it(
    'that the launcher has told comes before the page’s own',
    onBench({}, async (b) => {
      const { selection } = await b.startReady();
      selection.pair('session-1');
      await b.time.settle();
      const told = ask(b, 'from the back end');
      await b.time.settle();
      assert.deepEqual(told, { id: 'session-1' });
    }),
  );

  it(
    'that never comes is given up after its time',
    onBench({ manners: 'shipped' }, async (b) => {
      await b.startReady();
      const unknown = ask(b);
      await b.time.pass(999);
      assert.deepEqual(unknown, {});
      await b.time.pass(1);
      assert.deepEqual(unknown, { error: 'no-selection' });
    }),
  );

  for (const [end, phase] of [
    ['fail', 'failed'],
    ['find', 'empty'],
    ['close', 'closed'],
  ] as const) {
    it(
      `is given up at once when the upsell is ${phase}, before as after`,
      onBench({ manners: 'shipped' }, async (b) => {
        b.start();
        const before = ask(b);
        const selection = await b.rokt.nextSelection();
        if (end === 'fail') selection.fail();
        else if (end === 'find') selection.find(0);
        else b.upsell.close();
        await b.time.settle();
        const after = ask(b);
        await b.time.settle();
        assert.equal(b.upsell.state.phase, phase);
        assert.deepEqual([before, after], [{ error: 'no-selection' }, { error: 'no-selection' }]);
      }),
    );
  }
});
