// @ts-check
import { brotliCompressSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findEngines } from '../tools/setup/engines.mjs';
import { ensureBuild } from '../tools/setup/ensure-build.mjs';
import { root } from '../tools/setup/project.mjs';
import { measureDrawing } from './browser/drawing.mjs';
import { offersDocument } from './browser/in-page/offers-document.js';
import { measureClicks, measureLoading } from './browser/loading.mjs';
import { servePages } from './browser/serve.mjs';
import { measureMemory, measureUpdates } from './browser/updates.mjs';
import { printTable } from './service/table.mjs';

/** `npm run bench:browser`: the browser's figures as tables, in Chromium. `--rounds 5` is for trying: a figure counts from 15 on. */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '15' } } });
const rounds = Number(values.rounds);
console.log(`Node ${process.version}, load ${loadavg()[0]?.toFixed(1)} at the beginning`);
await ensureBuild();

const browser = await chromium.launch({
  executablePath: findEngines().chromium ?? '',
  args: ['--no-sandbox'],
});
const pages = await servePages();
try {
  const page = await browser.newPage();
  await page.goto(`${pages.origin}/blank.html`);
  printTable(`Drawing, against a hand-written twin of the same DOM (${rounds} rounds)`, [
    ...(await measureDrawing(page, rounds)),
    await loading(),
  ]);
  const { rows, selections } = await measureUpdates(page, rounds);
  printTable('Changes', rows);
  const memory = await measureMemory(page);
  const clicks = await measureClicks(browser, pages.origin);
  printTable('Counts', [
    {
      figure: '50 cart changes on a page that writes its total into the attributes',
      got: `${selections} selectPlacements`,
      goal: '1',
    },
    { figure: 'heap after 1,000 elements more', got: `${(memory.share * 100).toFixed(2)} %`, goal: '± 1 %' },
    {
      figure: 'longest click on Add, processor slowed to a quarter',
      got: `${clicks.slow} ms`,
      goal: '≤ 100 ms',
    },
    { figure: 'tasks over 50 ms at full speed', got: String(clicks.blocking), goal: '0' },
  ]);
  printTable('Sizes, brotli 11', sizes());
} finally {
  await browser.close();
  await pages.stop();
}
console.log(`\nload ${loadavg()[0]?.toFixed(1)} at the end`);

async function loading() {
  const page = await browser.newPage();
  await page.goto(`${pages.origin}/blank.html`);
  const TWIN = await page.evaluate(() => /** @type {any} */ (window).bench.describe(3));
  await page.close();
  const offers = JSON.stringify(offersDocument(3));
  pages.serve('/offers.json', { body: offers, type: 'application/json' });
  pages.serveTwin(TWIN);
  return measureLoading(browser, pages, rounds);
}

function sizes() {
  const bytes = Object.fromEntries(
    ['rokt-upsell.js', 'rokt-upsell-offers.js', 'cart.js'].map((name) => [
      name,
      brotliCompressSync(readFileSync(join(root, 'dist/script', name))).length,
    ]),
  );
  const offers = bytes['rokt-upsell-offers.js'] - bytes['rokt-upsell.js'];
  return [
    { file: 'rokt-upsell.js', bytes: String(bytes['rokt-upsell.js']), goal: '10,240' },
    { file: 'what the offers add', bytes: String(offers), goal: '10,240' },
    { file: 'cart.js', bytes: String(bytes['cart.js']), goal: '3,072' },
  ];
}
