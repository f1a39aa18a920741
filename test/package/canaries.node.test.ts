import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { audit } from '../../src/service/index.ts';
import { answersTo, canaries, canariesIn, tellingRequests } from '../service/support/canaries.ts';
import { catalogueOf } from '../service/support/catalogue.ts';
import { createPartner } from '../service/support/partner.ts';
import { startProvider } from '../service/support/provider.ts';
import { type Alone, openAlone } from './alone.ts';

type Service = Awaited<ReturnType<Alone['serve']>>;
type Who = Parameters<typeof createPartner>[1];

describe('the published service, with secrets in it', () => {
  let alone: Alone;
  let provider: Awaited<ReturnType<typeof startProvider>>;
  before(async () => {
    alone = openAlone();
    provider = await startProvider();
    provider.be('refuses');
  });
  after(() => {
    alone.close();
    provider.stop();
  });

  const catalogue = () =>
    catalogueOf(
      { ticket: { stock: 9, provider: 'provider' } },
      { provider: { url: provider.url, secret: canaries.secret } },
    );

  /** Says the account's key, and our attribute as one, in every way; all that is answered. */
  const tellAll = ({ url }: Service, { apiKey, tagId }: Who) => {
    const headers = { 'rokt-api-key': apiKey, 'rokt-tag-id': tagId };
    const requests = tellingRequests(headers, { ...canaries, apiKey });
    return answersTo(
      url,
      requests.filter(({ body }) => body.includes('"attributes"')),
    );
  };

  /** What of the secrets is in the bytes of a database, also in what was deleted there. */
  const bytesOf = (db: string) => readFileSync(join(alone.folder, db), 'latin1');

  it('writes none of them to its output or into its file', async () => {
    const file = alone.write('secrets.json', catalogue());
    const db = ['--db', 'secrets.db'];
    const made = alone.command('account', 'add', '222', '--tag', 't', '--origin', 'http://localhost', ...db);
    const apiKey = /rokt-api-key: (\S+)/.exec(made.out)?.[1] ?? assert.fail(made.err);
    assert.deepEqual(canariesIn(made.out, { ...canaries, apiKey }), ['apiKey'], 'a search finds it');
    const service = await alone.serve(['--catalogue', file, '--webhook-allow', provider.origin, ...db]);
    const answers = await tellAll(service, { accountId: '222', apiKey, tagId: 't' });
    const { stderr } = await service.stop();
    const seen = { answers, stderr, stdout: service.said(), file: bytesOf('secrets.db') };
    for (const [where, text] of Object.entries(seen))
      assert.deepEqual(canariesIn(text, { ...canaries, apiKey }), [], where);
    const { findings } = await audit(join(alone.folder, 'secrets.db'));
    assert.deepEqual(findings, []);
  });

  it('shows none of them in the request log of --dev', async () => {
    const allowed = ['--webhook-allow', provider.origin, '--db', 'dev.db'];
    const service = await alone.serve(['--dev', '--dev-token', 'token', ...allowed]);
    const dev = async (path: string, body?: object) => {
      const headers = { authorization: 'Bearer token', 'content-type': 'application/json' };
      const sent = body ? { method: 'POST', body: JSON.stringify(body) } : {};
      return (await fetch(`${service.url}/_dev/accounts${path}`, { headers, ...sent })).text();
    };
    const who = JSON.parse(await dev('', { catalogue: catalogue() })) as Who;
    const partner = createPartner(service.url, who);
    await partner.select({ attributes: { email: canaries.attribute } });
    await partner.confirm('cart', 'order', [await partner.held('cart', 'ticket')]);
    const answers = await tellAll(service, who);
    const path = `/${who.accountId}`;
    const log = await dev(`${path}/requests`);
    assert.match(log, /"rokt-api-key":"\[redacted\]"[^]*"email":"\[redacted\]"/);
    const received = await dev(`${path}/received`);
    const state = await dev(path);
    assert.match(state, /expected 2xx, got 503/);
    const { stderr } = await service.stop();
    const own = { ...canaries, apiKey: who.apiKey };
    const seen = { answers, log, received, state, stderr, stdout: service.said(), file: bytesOf('dev.db') };
    for (const [where, text] of Object.entries(seen)) assert.deepEqual(canariesIn(text, own), [], where);
  });
});
