import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StartedService } from '../../../../src/service/index.ts';
import { createPartner } from '../../support/partner.ts';
import { startService } from '../../support/start-service.ts';
import { catalogueOf } from '../../support/catalogue.ts';
import { cases } from './cases.ts';
import type { Course } from './course.ts';

describe('the report on an integration', () => {
  let service: StartedService;
  before(async () => {
    service = await startService();
  });
  after(() => service.stop());

  const setUp = async (): Promise<Course> => {
    const account = await service.account({
      catalogue: catalogueOf({
        parking: { stock: 50, unitPrice: 35 },
        'last-seat': { stock: 1, unitPrice: 10 },
      }),
    });
    const partner = createPartner(service.url, account);
    const offered = (sku = 'parking') => partner.offered(sku, { sessionId: 'session-1' });
    const hold = async (cartId: string) => {
      const cartItemId = await offered();
      const { body } = await partner.reserve(cartId, [{ cartItemId, quantity: 1 }]);
      const [item] = body.items;
      assert.ok(item?.success, JSON.stringify(body));
      return { cartItemId, itemReservationId: item.itemReservationId };
    };
    return { account, partner, offered, hold };
  };

  for (const [rule, says, operations, play] of cases) {
    it(`finds ${rule}: ${says.source}`, async () => {
      const course = await setUp();
      await play(course);
      const { verdict, rules } = await course.account.report();
      const broken = rules.find(({ id }) => id === rule) ?? assert.fail(rule);
      const [finding, ...others] = broken.findings;
      assert.match(finding?.says ?? '', says);
      assert.deepEqual(others, []);
      assert.deepEqual(
        finding?.requests.map(({ operation }) => operation),
        operations,
      );
      const logged = new Set(course.account.requests().map(({ id }) => id));
      for (const { id } of finding.requests) assert.ok(logged.has(id), id);
      assert.equal(verdict, broken.kind === 'fault' ? 'fail' : 'pass');
    });
  }

  it('finds nothing in a whole course that is right, and says what it has not seen', async () => {
    const { account, partner, hold } = await setUp();
    const header = { 'rokt-session-id': 'session-1' };
    for (const cartId of ['with', 'without', 'given-up', 'undone'])
      await partner.call('/v1/placements/any', { cartId }, header);
    const [bought, released, undone] = [await hold('with'), await hold('given-up'), await hold('undone')];
    await partner.confirm('with', 'o-1', [bought]);
    await partner.confirm('without', 'o-2', []);
    await partner.release('given-up', [released]);
    await partner.confirm('undone', 'o-3', [undone]);
    await partner.cancel(undone.itemReservationId);
    const { cartItemId } = bought;
    account.charged({
      cartId: 'with',
      orderId: 'o-1',
      items: [{ cartItemId, totalPrice: 35, currency: 'usd' }],
    });
    account.charged({ cartId: 'without', orderId: 'o-2', items: [] });
    const report = await account.report();
    assert.deepEqual(
      report.rules.filter(({ outcome }) => outcome !== 'kept').map(({ id, outcome }) => [id, outcome]),
      [['key-reused', 'not-seen']],
    );
    assert.equal(report.verdict, 'pass');
  });

  it('says that it has seen nothing where only a page has asked', async () => {
    const { account, partner } = await setUp();
    await partner.select();
    const { verdict, rules } = await account.report();
    assert.equal(verdict, 'nothing-seen');
    assert.ok(rules.every(({ outcome }) => outcome === 'not-seen'));
  });

  it('takes the charge that was told last of an order', async () => {
    const { account, partner } = await setUp();
    const item = { cartItemId: 'refused', totalPrice: 35, currency: 'USD' };
    await partner.confirm('c', 'o', []);
    account.charged({ cartId: 'c', orderId: 'o', items: [item] });
    assert.equal((await account.report()).verdict, 'fail');
    account.charged({ cartId: 'c', orderId: 'o', items: [] });
    assert.equal((await account.report()).verdict, 'pass');
    await account.reset();
    assert.equal((await account.report()).charges, 0);
  });
});
