import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { reportCommand } from '../../src/command/report-command.ts';
import { type DevService, startDevService } from '../../src/service/dev/dev-service.ts';
import { openStore } from '../../src/service/store/open-store.ts';
import type { Store } from '../../src/service/store/store.ts';
import { createPartner } from '../service/support/partner.ts';

describe('rokt-upsell report', () => {
  let folder: string;
  let store: Store;
  let service: DevService;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-report-'));
    store = await openStore(':memory:');
    service = await startDevService(store, { token: 'secret' });
  });
  after(async () => {
    await service.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const run = async (...args: string[]) => {
    const lines: string[] = [];
    const asked = ['--url', `${service.url}/`, '--token', 'secret', ...args];
    const failed = await Promise.resolve(reportCommand.run(asked, (line) => lines.push(line))).then(
      () => undefined,
      (error: unknown) => error as Error,
    );
    return { text: lines.join('\n'), error: failed && `${failed.name}: ${failed.message}` };
  };

  it('prints what is broken, with the calls and the fix, and writes it for a CI server', async () => {
    const account = await service.account();
    const partner = createPartner(service.url, account);
    const sessionId = 'session-1';
    const cartItemId = await partner.offered('parking-a', { sessionId });
    const { headers, body } = await partner.reserve('c', [{ cartItemId, quantity: 1 }]);
    await partner.confirm('c', 'o', []);
    const file = join(folder, 'report.xml');
    const { text, error } = await run('--account', account.accountId, '--junit', file);
    assert.equal(error, 'CommandError: the verdict is fail', JSON.stringify(body));
    assert.equal(
      text.slice(0, text.indexOf('\nkept:')),
      [
        'fault: hold-left: An order leaves no hold behind',
        `  Cart c has ordered, and its hold on ${cartItemId} (parking-a) was neither confirmed nor released.`,
        `    cart.reserve, 200, x-request-id ${headers.get('x-request-id')}`,
        '  fix: Confirm every item that the shopper has paid, and release what was taken out of the cart: nobody else can buy it meanwhile.',
        '  docs/rehearse.md#hold-left',
        '',
      ].join('\n'),
    );
    assert.match(text, /\nnot seen: .*\bkey-reused\b.*\nverdict: fail, by 3 calls$/);
    assert.match(readFileSync(file, 'utf8'), /<testsuites name="rokt-upsell report" tests="17" failures="1"/);
  });

  it('is content with a course that is right', async () => {
    const account = await service.account();
    await createPartner(service.url, account).confirm('c', 'o', []);
    const { text, error } = await run('--account', account.accountId);
    assert.equal(error, undefined);
    assert.match(text, /\nverdict: pass, by 1 call$/);
  });

  it('is not content where nothing has come', async () => {
    assert.equal((await run()).error, 'CommandError: the verdict is nothing-seen');
  });

  it('says in one line what it needs, and what is not there', async () => {
    const errorOf = async (...args: string[]) => (await run(...args)).error ?? '';
    assert.match(await errorOf('--token', 'other'), /^CommandError: --token is not that of this service$/);
    assert.match(await errorOf('--account', 'nobody'), /^CommandError: there is no such account, or /);
    assert.match(
      await errorOf('--url', 'localhost:4010'),
      /^UsageError: --url needs the URL of a service, such as /,
    );
    assert.match(
      await errorOf('--url', 'http://127.0.0.1:1'),
      /^CommandError: http:\/\/127\.0\.0\.1:1: \S.*/,
    );
    assert.match(await errorOf('--junit', join(folder, 'no', 'file')), /^CommandError: --junit: ENOENT/);
    assert.match(await errorOf('--colour'), /^UsageError: Unknown option '--colour'$/);
    await assert.rejects(Promise.resolve(reportCommand.run([], () => undefined)), /report needs --token/);
  });
});
