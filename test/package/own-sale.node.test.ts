import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it, type TestContext } from 'node:test';
import { freePort } from '../../tools/setup/free-port.mjs';
import type { SelectionAnswer } from '../../src/contract/wire.ts';
import { createPartner } from '../service/support/partner.ts';
import { blockOf, fencedBlocks } from '../support/fenced-blocks.ts';
import { listens } from '../../tools/setup/listens.mjs';
import { project } from './packed.ts';
import { openReader, type Reader } from './reader.ts';

const read = (page: string) => readFileSync(join(project, page), 'utf8');
const block = (page: string, number: number, language = 'sh') => blockOf(read(page), number, language);

/** A folder with the samples in JavaScript of a page, which name their files. */
async function open(t: TestContext, page: string, begin: string): Promise<Reader> {
  const reader = await openReader();
  t.after(() => reader.close());
  const { code, err } = await reader.run(begin);
  assert.equal(code, 0, err);
  for (const { language, text } of fencedBlocks(read(page))) {
    const [, name] = /^\/\/ ([\w.-]+\.js)/.exec(text) ?? [];
    if (language === 'js' && name !== undefined) reader.write(name, text);
  }
  return reader;
}

it('the first commands of docs/testing-with-a-service.md make a folder of modules with the package', async (t) => {
  const page = 'docs/testing-with-a-service.md';
  const { folder } = await open(t, page, block(page, 0));
  const { type } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { type: string };
  assert.equal(type, 'module');
  assert.ok(existsSync(join(folder, 'node_modules/rokt-upsell/dist/service/index.js')));
});

it('the commands of docs/transaction-client.md buy without a page', async (t) => {
  const page = 'docs/transaction-client.md';
  const reader = await open(t, page, block(page, 0));
  await reader.whileServing(block(page, 4), async (url) => {
    const { out, err } = await reader.run(block(page, 5).replace('http://127.0.0.1:4010', url));
    assert.match(out, /^charged 19000 USD\ndone: bought 1 http:\S+\n$/, err);
  });
});

it('the commands of docs/catalogue.md sell to the tag of the page, and the receiver hears of it', async (t) => {
  const page = 'docs/upsell-service.md';
  const reader = await open(t, page, 'npm install --no-audit --no-fund rokt-upsell');
  const port = await freePort();
  const placed = (text: string) => text.replaceAll('4099', String(port));
  const secret = (await reader.run(block(page, 4))).out.trim();
  const catalogue = JSON.parse(block('docs/catalogue.md', 0, 'json')) as {
    providers: Record<string, object>;
  };
  catalogue.providers['garage'] = { url: `http://127.0.0.1:${port}/`, secret };
  reader.write('catalogue.json', JSON.stringify(catalogue));
  const receive = `export PORT=${port}\n${block(page, 7).replace('whsec_…', secret)}`;
  const heard = await reader.whileRunning(receive, async (receiverSays) => {
    await listens(port);
    await reader.whileServing(placed(block('docs/catalogue.md', 1)), async (url, serviceSays) => {
      const shown = await selectAs(url, {});
      assert.deepEqual(shown.body.placements, []);
      const [, attributes = ''] =
        /placement-attributes='([^']+)'/.exec(block('docs/catalogue.md', 2, 'html')) ?? [];
      const { body, sessionId } = await selectAs(url, JSON.parse(attributes) as object);
      const offers = body.placements.flatMap((placement) => placement.offers);
      const parking = offers.find(({ cartItem }) => cartItem.catalogItemId === 'parking-a');
      assert.ok(parking, JSON.stringify(body));
      const apiKey = await serviceSays(/rokt-api-key: (\S+)/);
      const partner = createPartner(url, { accountId: '222', apiKey, tagId: 'my-tag' });
      const items = [{ cartItemId: parking.cartItem.cartItemId, quantity: 1 }];
      const bought = await partner.confirm('cart', 'order', items, { 'rokt-session-id': sessionId });
      assert.equal(bought.body.items[0]?.success, true);
      await receiverSays(/^item\.confirmed 1 parking-a$/m);
    });
  });
  assert.match(heard, /^waiting for sales$/m);
});

/** As the page of the account's origin does. */
async function selectAs(url: string, attributes: object) {
  const response = await fetch(`${url}/v1/selections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', origin: 'http://127.0.0.1:3000' },
    body: JSON.stringify({ accountId: '222', identifier: 'checkout.upsell', attributes }),
  });
  const sessionId = response.headers.get('rokt-session-id') ?? '';
  return { body: (await response.json()) as SelectionAnswer, sessionId };
}
