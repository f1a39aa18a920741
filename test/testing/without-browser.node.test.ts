import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { createScriptedLauncher } from '../../src/testing/index.ts';

const imitations = {
  jsdom: 'Mozilla/5.0 (linux) AppleWebKit/537.36 (KHTML, like Gecko) jsdom/26.0.0',
  HappyDOM: 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) HappyDOM/20.0.0',
};
const own = Object.getOwnPropertyDescriptor(globalThis, 'navigator')!;
const pretend = (userAgent: string) =>
  Object.defineProperty(globalThis, 'navigator', { value: { userAgent }, configurable: true });

describe('waiting for a selection where a page is imitated', () => {
  afterEach(() => {
    mock.timers.reset();
    Object.defineProperty(globalThis, 'navigator', own);
  });

  for (const [name, userAgent] of Object.entries(imitations)) {
    it(`ends after two seconds in ${name}, and says that a real browser is needed`, async () => {
      pretend(userAgent);
      mock.timers.enable({ apis: ['setTimeout'] });
      const waiting = createScriptedLauncher().nextSelection();
      mock.timers.tick(2_000);
      await assert.rejects(waiting, new RegExp(`2000 ms.* ${name}\\. .*real browser`));
    });

    it(`gives one in ${name} that comes in time, and the next to who waits still`, async () => {
      pretend(userAgent);
      mock.timers.enable({ apis: ['setTimeout'] });
      const rokt = createScriptedLauncher();
      const first = rokt.nextSelection();
      mock.timers.tick(1_999);
      void rokt.launcher.selectPlacements({ attributes: {} });
      assert.equal(await first, rokt.selections[0]);
      const lost = rokt.nextSelection();
      mock.timers.tick(2_000);
      await assert.rejects(lost);
      void rokt.launcher.selectPlacements({ attributes: {} });
      assert.equal(await rokt.nextSelection(), rokt.selections[1]);
    });
  }

  it('waits as long as it takes elsewhere', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const rokt = createScriptedLauncher();
    const waiting = rokt.nextSelection();
    mock.timers.tick(60_000);
    void rokt.launcher.selectPlacements({ attributes: {} });
    assert.equal(await waiting, rokt.selections[0]);
  });
});
