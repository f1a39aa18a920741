import { expect } from '@open-wc/testing';
import type { ScriptedLauncher } from '../../src/testing/index.ts';
import { mountUpsell, reached, settled } from '../support/mount-upsell.ts';

/** An address that stands for everything a shopper would not want to find in a log. */
const CANARY = 'shopper@canary.example';

/** What is written to the console while `act` runs. */
async function consoleOf(act: () => Promise<void>): Promise<string> {
  const written: string[] = [];
  const methods = ['debug', 'error', 'info', 'log', 'warn'] as const;
  const real = methods.map((name) => console[name]);
  for (const name of methods)
    console[name] = (...args: unknown[]) => written.push(args.map(String).join(' '));
  try {
    await act();
  } finally {
    methods.forEach((name, index) => {
      console[name] = real[index]!;
    });
  }
  return written.join('\n');
}

/** Everything of an event that a page may write to a log: its fields, and the words of its error. */
function wordsOf({ type, detail }: CustomEvent<{ error?: Error } | null>): string {
  const error = detail?.error;
  return [type, JSON.stringify(detail), String(error), error?.stack].join(' ');
}

describe('an address of the shopper’s', () => {
  const faulty: Record<string, unknown> = {
    'text in the place of attributes': CANARY,
    'a list in the place of attributes': [CANARY],
  };
  for (const [where, value] of Object.entries(faulty)) {
    it(`in ${where} is not quoted`, async () => {
      let told = '';
      const written = await consoleOf(async () => {
        const { element, events } = await mountUpsell({ placementAttributes: value as never });
        await reached(element, 'placements-failed');
        told = events.map(wordsOf).join('\n') + element.report();
      });
      expect(told + written).to.not.contain(CANARY);
    });
  }

  const rejections = {
    'a launcher’s rejection': (rokt: ScriptedLauncher) =>
      rokt.nextSelection().then((selection) => selection.refuse(new Error(`unknown ${CANARY}`))),
    'a selection’s failure': (rokt: ScriptedLauncher) =>
      rokt.nextSelection().then((selection) => selection.fail(new Error(`unknown ${CANARY}`))),
    'a placement’s failure': (rokt: ScriptedLauncher) =>
      rokt.nextSelection().then((selection) => selection.find(1)[0]!.failToLoad(new Error(CANARY))),
    'text in the place of a selection': (rokt: ScriptedLauncher) =>
      rokt.nextSelection().then((selection) => selection.open(CANARY)),
  };
  for (const [where, reject] of Object.entries(rejections)) {
    it(`in ${where} is not quoted`, async () => {
      let told = '';
      let cause: unknown;
      const written = await consoleOf(async () => {
        const { element, rokt, events } = await mountUpsell();
        const failed = reached(element, 'placements-failed');
        await reject(rokt);
        cause = (await failed).detail.error.cause;
        told = events.map(wordsOf).join('\n') + element.report();
      });
      expect(told + written).to.not.contain(CANARY);
      expect(cause, 'it is kept for who needs it').to.be.instanceOf(Error);
    });
  }

  it('in a message that cannot be read is not quoted', async () => {
    let told = '';
    const written = await consoleOf(async () => {
      const { element, rokt, events } = await mountUpsell();
      const selection = await rokt.nextSelection();
      selection.succeed();
      await reached(element, 'placements-ready');
      const item = { cartItemId: 'a', catalogItemId: 'b', quantity: 1 };
      for (const body of [
        CANARY,
        [CANARY],
        { cartItem: CANARY },
        { cartItem: { ...item, quantity: CANARY } },
        { cartItem: { ...item, cartItemId: [CANARY] } },
        { cartItem: { ...item, catalogItemId: { address: CANARY } } },
      ]) {
        selection.emit('V2_CART_ITEM_UPDATED', body);
      }
      selection.emit('LINK_NAVIGATION_REQUEST', { url: `javascript:alert("${CANARY}")` });
      selection.emit('LINK_NAVIGATION_REQUEST', { url: [CANARY] });
      await settled(element);
      expect(events.filter(({ type }) => type === 'upsell-error')).to.have.length(8);
      told = events.map(wordsOf).join('\n') + element.report();
    });
    expect(told + written).to.not.contain(CANARY);
  });

  it('in a wish that makes no sense is not quoted', async () => {
    const { element } = await mountUpsell();
    for (const wish of [
      CANARY,
      { cartItemId: 'a', quantity: CANARY },
      { cartItemId: [CANARY], quantity: 1 },
    ]) {
      const misuse = await element.updateCartItem(wish as never).catch((error: unknown) => error);
      expect(misuse).to.be.instanceOf(TypeError);
      expect((misuse as TypeError).message).to.not.contain(CANARY);
    }
  });
});
