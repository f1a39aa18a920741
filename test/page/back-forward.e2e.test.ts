import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ScriptServer, startScriptServer } from '../../tools/browsers/script-server.mjs';
import { PATIENCE } from '../../tools/check/patience.mjs';
import { type Tab, tabbedEngines } from '../support/tabs.ts';

const REMEMBER = '<script>onpageshow = (event) => { window.isFromCache = event.persisted; }</script>';
const PHASE = "document.querySelector('rokt-upsell')?.phase";

describe('a page that the shopper leaves and comes back to', () => {
  let server: ScriptServer;
  before(async () => {
    server = await startScriptServer();
  });
  after(() => server.stop());

  const url = (html: string) => `${server.page}/page?spec=${encodeURIComponent(JSON.stringify({ html }))}`;
  const checkout = (does: string, attributes: string) =>
    url(`${REMEMBER}<script type="module" src="/script/rokt-upsell.js"></script>
      <rokt-upsell account-id="222" ${attributes} sdk-url="/support/page/launcher.js?does=${does}"></rokt-upsell>`);

  for (const [name, engine] of Object.entries(tabbedEngines())) {
    describe(name, () => {
      let tab: Tab;
      beforeEach(async () => {
        tab = await engine.open();
      });
      afterEach(() => tab.close());
      after(() => engine.stop());

      const comesTo = async (wanted: string) => {
        let phase: unknown;
        for (const end = Date.now() + PATIENCE.fact; Date.now() < end && phase !== wanted; await sleep(50)) {
          // Between two pages there is nothing to read from.
          phase = await tab.read(PHASE).catch(() => undefined);
        }
        assert.equal(phase, wanted);
      };
      /** Real time: it passes for the browser, while the page and every clock in it stand still. */
      const leaveAndComeBack = async (msAtLeast: number) => {
        await tab.goTo(url('<p>Delivery</p>'));
        await sleep(msAtLeast);
        await tab.goBack();
      };

      it('is ready again, with its offers, and a new selection is ready too', async () => {
        await tab.goTo(checkout('ok', 'timeout="60000"'));
        await comesTo('ready');
        await leaveAndComeBack(0);
        await comesTo('ready');
        assert.match(String(await tab.read('document.body.innerText')), /Add parking/);
        assert.equal(await tab.read('window.isFromCache'), true);
        assert.equal(await tab.read("document.querySelector('rokt-upsell').select()"), 'ready');
      });

      it('comes to a definite phase where the time-out fell into its absence', async () => {
        await tab.goTo(checkout('selection-never', 'timeout="600"'));
        await leaveAndComeBack(800);
        await comesTo('failed');
      });
    });
  }
});
