import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { buildExample } from '../../tools/examples/build-example.mjs';
import { exampleFolder } from '../../tools/examples/example-folder.mjs';
import { root } from '../../tools/setup/project.mjs';
import { startCheckout } from '../support/checkout.ts';

const pages = join(root, exampleFolder('react'), 'dist');
const server = pathToFileURL(join(pages, 'server', 'server.js')).href;

const sent =
  '<section class="upsell" aria-label="Extras for your order" data-phase="idle">' +
  '<rokt-upsell account-id="222" identifier="checkout.upsell" offers-url="/offers/madison-square-garden.json">' +
  '<p slot="loading" class="upsell-note">Looking for extras for your order …</p>' +
  '<p slot="failed" class="upsell-note">Extras cannot be shown right now. Your order is not affected.</p>' +
  '</rokt-upsell></section>';

/** Runs a module in plain Node and returns all that it wrote. */
function run(code: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  });
  return `${stdout}${stderr}`;
}

describe('React on a server', () => {
  before(() => buildExample('react'));

  it('is left alone by a server bundle with the element in it: no output, no document, no tag', () => {
    const code = `await import('${server}');
      if ('document' in globalThis || 'window' in globalThis) console.log('a document');
      if (globalThis.customElements?.get('rokt-upsell')) console.log('a tag');`;
    assert.equal(run(code), '');
  });

  it('sends the bare tag with its attributes and slots', () => {
    assert.equal(run(`import { render } from '${server}';\nprocess.stdout.write(render());`), sent);
  });

  describe('hydrated in a browser', () => {
    let shop: Awaited<ReturnType<typeof startCheckout>>;
    before(async () => {
      shop = await startCheckout(pages);
    });
    after(() => shop.stop());

    it('reports nothing, keeps the node, and reaches its phase with the page’s attributes', async () => {
      const { page, reach, faults } = await shop.open('hydrate.html');
      await reach('ready');
      const seen = await page.evaluate(() => {
        const upsell = document.querySelector('rokt-upsell')!;
        const { venueName, cartTotal } = upsell.placementAttributes;
        return {
          errors: window.hydration.errors,
          isSame: window.hydration.node === upsell,
          attributes: [venueName, cartTotal],
          mounts: upsell.querySelectorAll('rokt-upsell-offers').length,
        };
      });
      const attributes = ['Madison Square Garden', '299.50'];
      assert.deepEqual(seen, { errors: [], isSame: true, attributes, mounts: 1 });
      assert.deepEqual(faults, []);
    });
  });
});

declare global {
  interface Window {
    hydration: { readonly errors: readonly string[]; readonly node: Element | null };
  }
}
