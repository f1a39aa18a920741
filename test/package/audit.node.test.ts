import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { rawFile } from '../service/store/raw-file.ts';
import { createPartner } from '../service/support/partner.ts';
import { blockOf } from '../support/fenced-blocks.ts';
import { type Alone, openAlone } from './alone.ts';
import { project } from './packed.ts';

const dev = { accountId: '222', apiKey: 'skeletonkey', tagId: '253_439d21r21r21321' };

describe('rokt-upsell audit', () => {
  let alone: Alone;
  before(() => {
    alone = openAlone();
  });
  after(() => alone.close());

  const audit = (db: string) => alone.command('audit', '--db', db);

  /** What a service has sold one item of, and holds another. */
  async function sell(db: string) {
    const service = await alone.serve(['--dev', '--db', db]);
    const partner = createPartner(service.url, dev);
    const sold = await partner.held('cart', 'parking-a');
    await partner.confirm('cart', 'order', [sold]);
    const held = await partner.held('other-cart', 'parking-a');
    return { service, held: String(held.itemReservationId).split('.').at(-1) ?? '' };
  }

  it('counts the rows of a sound database, and ends with 0', async () => {
    const { service } = await sell('sound.db');
    await service.says(/222 {2}cart\.reserve {2}200[^\n]*\n[^]*cart\.reserve {2}200/);
    await service.stop();
    const { code, out, err } = audit('sound.db');
    assert.deepEqual([code, err], [0, '']);
    assert.match(
      out,
      /^(?:note: undelivered: [^\n]*\n)?counted: 1 accounts, \d+ products, 1 held, 1 confirmed, 0 ended, 1 orders, 1 messages, 0 answers; 0 faults, [01] notes\n$/,
    );
  });

  it('names each fault in a line with its ids, and ends with 1', async () => {
    const { service, held } = await sell('broken.db');
    await service.stop();
    rawFile(join(alone.folder, 'broken.db')).write(
      `UPDATE stock SET available = available - 5 WHERE sku = 'parking-a';
      UPDATE hold SET expires_at = created_at - 1 WHERE reservation_id = '${held}'`,
    );
    const { code, out, err } = audit('broken.db');
    assert.equal(code, 1);
    assert.equal(err, 'rokt-upsell: 2 faults in the rows\n');
    assert.match(
      out,
      /^fault: available \+ held \+ confirmed = supplied: account 222, parking-a: 993 available \+ 1 held \+ 1 confirmed, 1000 supplied$/m,
    );
    assert.match(
      out,
      new RegExp(`^fault: a hold has a quantity.*: account 222, hold ${held}: 1 at 3500, from`, 'm'),
    );
    assert.match(out, /; 2 faults, [01] notes\n$/);
  });

  it('writes lines as docs/upsell-service.md shows them', async () => {
    const service = await alone.serve(['--dev', '--db', 'shown.db']);
    const partner = createPartner(service.url, dev);
    const cartItemId = await partner.offered('test-provider-down', { identifier: 'test-items' });
    const { body } = await partner.confirm('cart', 'order', [{ cartItemId, quantity: 1 }]);
    assert.equal(body.items[0]?.success, true);
    await service.says(/(cart\.confirm {2}200)/);
    await service.stop();
    rawFile(join(alone.folder, 'shown.db')).write(
      `UPDATE stock SET available = available - 5 WHERE sku = 'parking-a';
      UPDATE outbox SET attempts = 3, last_error = 'expected 2xx, got 503'`,
    );
    const { out } = audit('shown.db');
    const shown = blockOf(readFileSync(join(project, 'docs/upsell-service.md'), 'utf8'), 8, 'text');
    assert.equal(shown.split('\n').length, 3);
    for (const line of shown.split('\n')) assert.match(out, patternOf(line));
  });

  it('says in one line that a service runs on the file, and that there is none', async () => {
    const { service } = await sell('served.db');
    const refused = audit('served.db');
    await service.stop();
    const inUse = 'rokt-upsell: served.db: another process has this database open\n';
    assert.deepEqual(refused, { code: 1, out: '', err: inUse });
    const none = 'rokt-upsell: none.db: unable to open database file\n';
    assert.deepEqual(audit('none.db'), { code: 1, out: '', err: none });
  });

  it('helps, and answers what makes no sense with one line and exit code 2', () => {
    assert.match(
      alone.command('audit', '--help').out,
      /^rokt-upsell audit \[--db FILE\] \[--retain-messages TIME\]\n/,
    );
    assert.match(alone.command('--help').out, /^ {2}audit +whether anything was lost or sold twice/m);
    const { code, out, err } = alone.command('audit', 'shop.db');
    assert.deepEqual([code, out, err.trim().split('\n').length], [2, '', 1]);
  });
});

/** A line of a page, whatever its ids, numbers and names of products and providers are. */
function patternOf(line: string): RegExp {
  const escaped = line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const open = escaped
    .replace(/0199…/g, '\\S+')
    .replace(/for garage/, 'for \\S+')
    .replace(/, parking:/, ', \\S+:');
  return new RegExp(
    `^${open.replace(/(?<![\w\\])\d+(?= )/g, '\\d+').replace(/^counted: .* accounts/, 'counted: \\d+ accounts')}`,
    'm',
  );
}
