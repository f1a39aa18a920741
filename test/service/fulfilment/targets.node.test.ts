import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { openShop } from '../http/shop.ts';
import { catalogueOf } from '../support/catalogue.ts';

const secret = `whsec_${'A'.repeat(32)}`;
const plain = 'http://10.0.0.5:9000';

/** A shop whose garage is told at `url`, and what its operator is told. */
async function setUp(t: TestContext, url: string, webhookAllow: readonly string[] = []) {
  const lines: string[] = [];
  const report = (line: string) => lines.push(line);
  const sold = (at: string) =>
    catalogueOf({ parking: { provider: 'garage' } }, { garage: { url: at, secret } });
  const options = { webhookAllow: new Set(webhookAllow), report };
  const shop = await openShop(t, { catalogue: sold(url), ...options });
  return { lines, sell: (at: string) => shop.sell(sold(at)) };
}

describe('a service', () => {
  it('tells at start of a provider that no message can go to', async (t) => {
    const { lines } = await setUp(t, `${plain}/hook`);
    assert.deepEqual(lines, [
      `account 222: providers.garage.url: expected https, or an origin that --webhook-allow names, got "${plain}"; its messages fail`,
    ]);
  });

  it('tells so of a catalogue that it is given later', async (t) => {
    const { lines, sell } = await setUp(t, 'https://garage.example/hook');
    assert.deepEqual(lines, []);
    await sell('https://127.0.0.1/hook');
    assert.match(
      lines.join(),
      /^account 222: providers\.garage\.url: expected a public address, got "127\.0\.0\.1"/,
    );
  });

  it('says nothing of one that its operator allows', async (t) => {
    const { lines } = await setUp(t, `${plain}/hook`, [plain]);
    assert.deepEqual(lines, []);
  });
});
