import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chosenExamples } from '../../tools/examples/example-names.mjs';
import { root } from '../../tools/setup/project.mjs';
import { startCheckout } from '../support/checkout.ts';

/** What a Node of its own sees of an example's server bundle: what it sends, and what importing it has left behind. */
interface Served {
  readonly html: string;
  readonly isDefined: boolean;
  readonly page: readonly string[];
  readonly atWork: readonly string[];
}

function serve(bundle: string): Served {
  const script = `
    const { render } = await import(${JSON.stringify(pathToFileURL(bundle).href)});
    const isDefined = Boolean(globalThis.customElements?.get('rokt-upsell'));
    const page = ['window', 'document'].filter((name) => name in globalThis);
    const atWork = process.getActiveResourcesInfo().filter((name) => !/^(Pipe|TTY)/.test(name));
    console.log(JSON.stringify({ html: await render(), isDefined, page, atWork }));`;
  const words = ['--input-type=module', '--eval', script];
  return JSON.parse(
    execFileSync(process.execPath, words, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 30_000,
    }),
  ) as Served;
}

/** The pages that also wait for the offers before they hydrate, as a page does whose tag is defined first. */
const waiting = ['svelte'];

for (const name of chosenExamples(process.env['ROKT_UPSELL_EXAMPLES'])) {
  const dist = join(root, 'demo', 'examples', name, 'dist');
  const bundle = join(dist, 'server', 'server.js');
  if (!existsSync(bundle)) continue;

  describe(`the ${name} example on a server`, () => {
    it('imports the package without defining or starting anything', () => {
      const { isDefined, page, atWork } = serve(bundle);
      assert.deepEqual({ isDefined, page, atWork }, { isDefined: false, page: [], atWork: [] });
    });

    it('sends the bare tag and its slots', () => {
      const { html } = serve(bundle);
      const [, tag = '', children = ''] = /<rokt-upsell\b([^>]*)>(.*)<\/rokt-upsell>/s.exec(html) ?? [];
      assert.match(tag, / account-id="222"/);
      assert.doesNotMatch(tag, /\[object|on[a-z]+-/);
      assert.deepEqual(
        [...children.matchAll(/<(\w+)[^>]* slot="(\w+)"/g)].map(([, child, slot]) => `${child} ${slot}`),
        ['p loading', 'p failed'],
      );
      assert.doesNotMatch(children, /<template|<div/);
    });
  });

  describe(`the ${name} example, hydrated`, () => {
    let demo: Awaited<ReturnType<typeof startCheckout>>;
    before(async () => {
      demo = await startCheckout(dist);
    });
    after(() => demo.stop());

    for (const query of waiting.includes(name) ? ['', '?ready'] : ['']) {
      const when = query ? ' and filled' : '';
      it(`keeps the node that the server has sent${when}, without a complaint of the framework`, async () => {
        const { page, reach, faults } = await demo.open(`hydrate.html${query}`);
        await reach('ready');
        await page.waitForFunction(() => document.querySelector('[data-phase="ready"]'));
        const seen = await page.evaluate(() => {
          const { errors, node } = (
            window as unknown as { hydration: { errors: string[]; node: Element | null } }
          ).hydration;
          return { errors, isSame: node !== null && node === document.querySelector('rokt-upsell') };
        });
        assert.deepEqual({ ...seen, faults }, { errors: [], isSame: true, faults: [] });
      });
    }
  });
}
