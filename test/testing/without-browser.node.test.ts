import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createScriptedLauncher } from '../../src/testing/index.ts';

describe('waiting for a selection where a page is imitated', () => {
  const { warn } = console;
  const own = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  const warnings: string[] = [];
  const pretend = (userAgent: string) =>
    Object.defineProperty(globalThis, 'navigator', { value: { userAgent }, configurable: true });

  before(() => {
    console.warn = (text: string) => warnings.push(text);
  });
  after(() => {
    console.warn = warn;
    Object.defineProperty(globalThis, 'navigator', own!);
  });

  it('warns once that a real browser is needed, and only if it has to wait', async () => {
    const rokt = createScriptedLauncher();
    void rokt.nextSelection();
    assert.deepEqual(warnings, []);
    pretend('Mozilla/5.0 (linux) AppleWebKit/537.36 (KHTML, like Gecko) jsdom/26.0.0');
    void rokt.launcher.selectPlacements({ attributes: {} });
    void rokt.launcher.selectPlacements({ attributes: {} });
    void rokt.nextSelection();
    assert.deepEqual(warnings, []);
    void rokt.nextSelection();
    pretend('Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) HappyDOM/20.0.0');
    void createScriptedLauncher().nextSelection();
    assert.equal(warnings.length, 1);
    assert.match(warnings[0]!, /jsdom.*real browser/);
  });
});
