import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Ajv } from 'ajv';
import type { DevService } from '../../../../src/service/dev/dev-service.ts';
import { startDevService } from '../../../../src/service/dev/dev-service.ts';
import { ReportBody } from '../../../../src/service/dev/report/report-schema.ts';
import type { Report } from '../../../../src/service/index.ts';
import { openStore } from '../../../../src/service/store/open-store.ts';
import type { Store } from '../../../../src/service/store/store.ts';
import { createPartner } from '../../support/partner.ts';
import { makeBriefDatabase } from '../../support/database.ts';

const token = 'letmein';

describe('/_dev/report and /_dev/charges', () => {
  let store: Store;
  let service: DevService;
  before(async () => {
    store = await openStore((await makeBriefDatabase()).db);
    service = await startDevService(store, { token });
  });
  after(async () => {
    await service.close();
    await store.close();
  });

  const ask = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${service.url}/_dev${path}`, { headers: { authorization: `Bearer ${token}`, ...headers } });
  const tell = (path: string, body: unknown) =>
    fetch(`${service.url}/_dev${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('answers what its schema says, of the first account and of each other one', async () => {
    const account = await service.account();
    const partner = createPartner(service.url, account);
    await partner.confirm('c', 'o', [{ ...(await partner.held('c', 'parking-a')), unitPrice: 1 }]);
    const isReport = new Ajv().compile(ReportBody);
    const answered = await ask(`/accounts/${account.accountId}/report`);
    const report = (await answered.json()) as Report;
    assert.ok(isReport(report), JSON.stringify(isReport.errors));
    assert.deepEqual(report, await account.report());
    assert.equal(report.verdict, 'fail');
    const first = (await (await ask('/report')).json()) as Report;
    assert.deepEqual([first.accountId, first.verdict], ['222', 'nothing-seen']);
  });

  it('opens to the token alone', async () => {
    for (const path of ['/report', '/accounts/222/report'])
      assert.equal((await ask(path, { authorization: 'Bearer other' })).status, 401);
    assert.equal((await ask('/accounts/nobody/report')).status, 404);
    assert.equal((await ask('/report?format=csv')).status, 400);
  });

  it('is JUnit to whoever asks for it, with a failure for each broken rule', async () => {
    const account = await service.account();
    const partner = createPartner(service.url, account);
    const cartId = 'a<b&"c"\u0007';
    await partner.held(cartId, 'parking-a');
    await partner.confirm(cartId, 'o', [], { origin: 'https://shop.example' });
    const path = `/accounts/${account.accountId}/report`;
    const byQuery = await ask(`${path}?format=junit`);
    const byAccept = await ask(path, { accept: 'application/xml' });
    assert.match(byAccept.headers.get('content-type') ?? '', /^application\/xml/);
    const xml = await byQuery.text();
    assert.equal(xml, await byAccept.text());
    assert.match(xml, /<testsuites name="rokt-upsell report" tests="17" failures="3" skipped="\d+">/);
    assert.match(xml, /name="key-in-browser: [^"]+">\n\s+<failure message="cart\.confirm was sent by a page/);
    assert.match(xml, /Cart a&lt;b&amp;&quot;c&quot;\ufffd has ordered/);
    assert.match(xml, /cart\.reserve, 200, x-request-id [\da-f-]{36}/);
    assert.match(xml, /docs\/rehearse\.md#hold-left/);
  });

  it('takes what was charged, and refuses what is none', async () => {
    const { accountId } = await service.account();
    const path = `/accounts/${accountId}`;
    const charge = {
      cartId: 'c',
      orderId: 'o',
      items: [{ cartItemId: 'i', totalPrice: 35.5, currency: 'USD' }],
    };
    assert.equal((await tell(`${path}/charges`, charge)).status, 201);
    const report = (await (await ask(`${path}/report`)).json()) as Report;
    assert.equal(report.charges, 1);
    for (const wrong of [{}, { ...charge, total: 1 }, { ...charge, items: [{ cartItemId: 'i' }] }])
      assert.equal((await tell(`${path}/charges`, wrong)).status, 400);
    const old = { ...charge, items: [{ cartItemId: 'i', totalPrice: 1, currency: 'XAU' }] };
    assert.equal((await tell(`${path}/charges`, old)).status, 201);
    assert.equal((await ask(`${path}/report`)).status, 200);
  });
});
