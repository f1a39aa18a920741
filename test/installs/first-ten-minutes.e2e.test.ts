import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { freePort } from '../../tools/setup/free-port.mjs';
import { root } from '../../tools/setup/project.mjs';
import { withoutSettings } from '../../tools/setup/without-settings.mjs';
import { startProgram } from '../../tools/shops/start-program.mjs';
import { openBrowser, saysNothingYet } from './drive.ts';
import { type EmptyFolder, openEmptyFolder } from './empty-folder.ts';
import { readSamples } from './page-samples.ts';

/** What the page says to leave running, by what each is once it runs; only the ports are others here. */
const programs: Readonly<Record<string, { readonly args: readonly string[]; readonly ready: string }>> = {
  'npx rokt-upsell serve --dev': {
    args: ['node_modules/rokt-upsell/dist/command/bin.js', 'serve', '--dev', '--port', '4010'],
    ready: 'ready at',
  },
  'node shop.mjs': { args: ['shop.mjs'], ready: 'The shop is at' },
};

describe('docs/first-ten-minutes.md, followed in an empty folder', () => {
  let empty: EmptyFolder;
  let browser: Browser;
  let url: string;
  const stops: (() => Promise<void>)[] = [];

  before(async () => {
    const [servicePort, shopPort] = [await freePort(), await freePort()];
    const withPorts = (text: string) =>
      text.replaceAll('4010', String(servicePort)).replaceAll('3000', String(shopPort));
    url = `http://127.0.0.1:${shopPort}/`;
    empty = openEmptyFolder();
    browser = await openBrowser();
    await empty.install([]);
    const { sections } = readSamples(readFileSync(join(root, 'docs/first-ten-minutes.md'), 'utf8'));
    for (const act of sections.flat()) {
      if ('path' in act) {
        empty.write(act.path, withPorts(act.text));
        continue;
      }
      const program = programs[act.command];
      if (program === undefined) await empty.run(act.command);
      else stops.push(await start(program.args.map(withPorts), program.ready));
    }
  });
  after(async () => {
    for (const stop of stops.reverse()) await stop();
    await browser.close();
    empty.close();
  });

  const start = async (args: string[], ready: string) =>
    (await startProgram(args, { cwd: empty.folder, env: withoutSettings(), ready })).stop;

  it('buys the extra that a shopper has added', async () => {
    assert.equal(stops.length, 2);
    await saysNothingYet(browser, url);
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByRole('button', { name: /^Add parking\b/ }).click();
    await page.getByText('1 × Garage parking').waitFor();
    await page.getByRole('button', { name: 'Pay' }).click();
    await page.getByText('Extras bought: 1').waitFor();
    await page.close();
  });

  it('takes an order without one', async () => {
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByRole('button', { name: /^Add parking\b/ }).waitFor();
    await page.getByRole('button', { name: 'Pay' }).click();
    await page.getByText('Extras bought: 0').waitFor();
    await page.close();
  });
});
