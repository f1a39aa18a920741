import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFile } from '../../src/command/check-file.ts';
import { shopCatalogue } from '../service/http/shop-catalogue.ts';

const cartItem = { catalogItemId: 'tea', name: 'Tea', currency: 'USD', unitPrice: 4.5 };
const offer = { cartItem, minimum: 0, maximum: 4 };
const file = (given: object = {}, item: object = {}, more: object = {}) => ({
  placements: [{ offers: [{ ...offer, ...given, cartItem: { ...cartItem, ...item } }] }],
  ...more,
});
const at = 'placements[0].offers[0]';

describe('the check of a file', () => {
  it('finds nothing in a sound offers.json, nor in a sound catalogue', () => {
    for (const json of [
      file(),
      { placements: [] },
      file({}, {}, { $schema: 'x/offers.schema.json' }),
      shopCatalogue,
    ])
      assert.deepEqual(checkFile(json), { faults: [], warnings: [] });
  });

  for (const [json, start] of [
    [{ accountId: '222' }, 'placements: expected a value, which every catalogue needs'],
    [{ providers: {}, placements: [] }, 'accountId: expected a value, which every catalogue needs'],
    [{ placements: [{ offers: [{ sku: 'tea' }] }] }, 'accountId: expected a value'],
    [{ $schema: '../catalogue.schema.json', placements: [] }, 'accountId: expected a value'],
    [{ $schema: '../offers.schema.json', accountId: '222' }, 'placements: expected an array'],
    [{}, 'placements: expected an array, got undefined'],
    [[], 'offers: expected an object, got []'],
    ['offers', 'offers: expected an object, got "offers"'],
  ] as const)
    it(`takes ${JSON.stringify(json)} for what it is by its content`, () => {
      assert.ok(checkFile(json).faults[0]?.startsWith(start), checkFile(json).faults[0]);
    });

  it('tells all faults of an offers.json, each by its path', () => {
    const { faults } = checkFile(
      file(
        { maximum: '4', terms: { url: 'javascript:alert(1)', label: {} } },
        { unitPrice: 1.5, currency: 'JPY' },
      ),
    );
    assert.deepEqual(
      faults.map((fault) => fault.split(':')[0]),
      [`${at}.maximum`, `${at}.terms.url`, `${at}.terms.label`, `${at}.cartItem.unitPrice`],
    );
  });

  for (const [expiresAt, ...expected] of [
    ['2028-02-29T18:00:00+01:00'],
    ['2026-12-31T23:59Z'],
    ['2026-02-31T18:00:00Z', 'a day that is in the calendar'],
    ['2026-11-31T18:00:00.5+01:00', 'a day that is in the calendar'],
    ['2026-02-31', 'a time such as "2026-12-05T18:00:00+01:00"'],
  ] as const)
    it(`${expected.length > 0 ? 'refuses' : 'takes'} ${expiresAt} as the end of an offer`, () => {
      const told = expected.map(
        (what) => `${at}.expiresAt: expected ${what}, got ${JSON.stringify(expiresAt)}`,
      );
      assert.deepEqual(checkFile(file({ expiresAt })).faults, told);
    });

  for (const [json, path, hint] of [
    [file({ image: 'tea.png' }), `${at}.image`, 'images'],
    [file({ maximun: 4 }), `${at}.maximun`, 'maximum'],
    [file({ Minimum: 4 }), `${at}.Minimum`, 'minimum'],
    [file({ unitPrice: 4 }), `${at}.unitPrice`, 'cartItem.unitPrice'],
    [file({ tems: {} }), `${at}.tems`, 'terms'],
    [file({}, { unitprice: 4 }), `${at}.cartItem.unitprice`, 'unitPrice'],
    [file({}, { maximum: 4 }), `${at}.cartItem.maximum`, 'maximum" beside "cartItem'],
    [file({ images: [{ url: 'a.png', atl: 'A' }] }), `${at}.images[0].atl`, 'alt'],
    [file({}, {}, { placement: [] }), 'placement', 'placements'],
    [file({ constructor: 1 }), `${at}.constructor`, ''],
    [file({ colour: 'red' }), `${at}.colour`, ''],
  ] as const)
    it(`warns of ${path}${hint && `, and asks whether "${hint}" was meant`}`, () => {
      const { faults, warnings } = checkFile(json);
      assert.deepEqual(faults, []);
      assert.equal(warnings.length, 1);
      const meant = hint && `; did you mean "${hint}"?`;
      assert.ok(
        warnings[0]?.startsWith(`${path}: expected no field of this name${meant}, got `),
        warnings[0],
      );
    });
});

describe('the check of a catalogue’s providers', () => {
  const secret = `whsec_${'A'.repeat(32)}`;
  const faultsOf = (url: string, ...allowed: readonly string[]) =>
    checkFile({ accountId: '222', providers: { garage: { url, secret } }, placements: [] }, new Set(allowed))
      .faults;

  for (const [url, expected] of [
    ['http://garage.example/hook', 'https, or an origin that --webhook-allow names'],
    ['http://127.0.0.1:9000/hook', 'https, or an origin that --webhook-allow names'],
    ['https://10.0.0.5/hook', 'a public address'],
    ['https://[::1]/hook', 'a public address'],
    ['https://2130706433/hook', 'a public address'],
    ['https://localhost/hook', 'a public address'],
  ] as const)
    it(`tells that no message can go to ${url}`, () => {
      const [fault, ...others] = faultsOf(url);
      assert.ok(fault?.startsWith(`providers.garage.url: expected ${expected}, got `), fault);
      assert.deepEqual(others, []);
    });

  it('finds nothing wrong with one that is public and secure, or that the operator allows', () => {
    assert.deepEqual(faultsOf('https://garage.example/hook'), []);
    assert.deepEqual(faultsOf('http://127.0.0.1:9000/hook', 'http://127.0.0.1:9000'), []);
    assert.deepEqual(faultsOf('https://10.0.0.5/hook', 'https://10.0.0.5'), []);
    assert.equal(faultsOf('http://127.0.0.1:9001/hook', 'http://127.0.0.1:9000').length, 1);
  });

  it('says once of one that is no URL at all that it is none', () => {
    assert.deepEqual(faultsOf('http://'), ['providers.garage.url: expected a URL, got "http://"']);
  });

  it('takes what serve takes, on the command line', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-check-'));
    const path = join(folder, 'catalogue.json');
    const providers = { garage: { url: 'http://127.0.0.1:9000/hook', secret } };
    writeFileSync(path, JSON.stringify({ accountId: '222', providers, placements: [] }));
    const check = (...args: readonly string[]) => {
      const all = ['src/command/bin.ts', 'check', ...args];
      const { status, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8' });
      return [status, stderr.trim()];
    };
    const told = `${path}: providers.garage.url: expected https, or an origin that --webhook-allow names`;
    assert.deepEqual(check(path), [1, `rokt-upsell: ${told}, got "http://127.0.0.1:9000"`]);
    assert.deepEqual(check(path, '--webhook-allow', 'http://127.0.0.1:9000'), [0, '']);
    assert.equal(check(path, '--webhook-allow', 'nonsense')[0], 2);
    assert.deepEqual(check('--nonsense', path), [2, `rokt-upsell: Unknown option '--nonsense'`]);
    rmSync(folder, { recursive: true });
  });
});
