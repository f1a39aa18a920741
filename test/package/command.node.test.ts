import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { machinePath } from '../../tools/setup/project.mjs';
import { openShop, type Shop } from './packed.ts';

const OLD_NODE = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.20.0'})";
const BASE = ['--base', 'https://cdn.example/upsell/0.1.0'];

describe('the command `rokt-upsell`, as published', () => {
  let shop: Shop;
  let bin: string;
  before(() => {
    shop = openShop();
    const folder = join(shop.folder, 'node_modules', 'rokt-upsell');
    const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      bin: Record<string, string>;
    };
    bin = join(folder, bins['rokt-upsell'] ?? '');
  });
  after(() => shop.close());

  const run = (args: readonly string[], node = process.execPath) => {
    const env = { ...process.env, PATH: machinePath() };
    const { status, stdout, stderr } = spawnSync(node, args, { encoding: 'utf8', env, cwd: shop.folder });
    return { status, stdout, stderr };
  };
  const command = (...args: string[]) => run([bin, ...args]);

  it('starts with the line that makes it a program', () => {
    assert.ok(statSync(bin).isFile());
    assert.ok(readFileSync(bin, 'utf8').startsWith('#!/usr/bin/env node\n'));
  });

  it('says its version, and what it can do', () => {
    assert.match(command('--version').stdout, /^\d+\.\d+\.\d+\S*\n$/);
    for (const args of [[], ['--help'], ['help']]) assert.match(command(...args).stdout, /^ {2}headers /m);
    assert.match(command('headers', '--help').stdout, /--sdk-url/);
  });

  it('prints for Rokt’s hosted launcher what Rokt asks for, and the integrity of our file', () => {
    const { status, stdout } = command('headers', ...BASE);
    assert.equal(status, 0);
    const hosts = 'https://apps.rokt.com https://apps.rokt-api.com https://apps.roktecommerce.com';
    assert.match(stdout, new RegExp(`script-src [^;\\n]*${hosts}; frame-src ${hosts}\n`));
    assert.ok(!/unsafe|^Integrity-Policy/m.test(stdout));
    const digest = (
      JSON.parse(readFileSync(join(bin, '../../script/integrity.json'), 'utf8')) as Record<string, string>
    )['rokt-upsell.js'];
    assert.ok(stdout.includes(`src="https://cdn.example/upsell/0.1.0/rokt-upsell.js" integrity="${digest}"`));
    assert.ok(
      stdout.includes(`{"integrity":{"https://cdn.example/upsell/0.1.0/rokt-upsell.js":"${digest}",`),
    );
    const inventory = stdout.split('\n').filter((line) => /^https:/.test(line));
    assert.deepEqual(
      inventory.map((line) => line.split(',')[0]),
      [
        'https://cdn.example/upsell/0.1.0/rokt-upsell.js',
        'https://cdn.example/upsell/0.1.0/cart.js',
        'https://apps.rokt.com/wsdk/integrations/launcher.js',
      ],
    );
  });

  it('prints for SDK+ where it loads from, is framed and sends to, and that the page loads it', () => {
    const tenant = 'https://identity.mparticle.com';
    const { status, stdout } = command(
      'headers',
      ...BASE,
      '--mode',
      'sdk-plus',
      '--connect',
      `${tenant}/v1/`,
    );
    assert.equal(status, 0);
    const hosts = 'https://apps.rokt.com https://apps.rokt-api.com https://apps.roktecommerce.com';
    assert.match(
      stdout,
      new RegExp(`script-src [^;\\n]*${hosts}; frame-src ${hosts}; connect-src 'self' ${hosts} ${tenant}\n`),
    );
    assert.ok(!/unsafe|^Integrity-Policy|^Content-Security-Policy: require-trusted-types/m.test(stdout));
    const inventory = stdout.split('\n').filter((line) => /^https:/.test(line));
    assert.deepEqual(
      inventory.map((line) => line.split(',')[0]),
      [
        'https://cdn.example/upsell/0.1.0/rokt-upsell.js',
        'https://cdn.example/upsell/0.1.0/cart.js',
        'https://apps.rokt-api.com/js/v2/<your API key>/app.js',
        'https://apps.rokt-api.com/wsdk/integrations/launcher.js',
      ],
    );
  });

  it('gives the page’s own scripts their integrity, and keeps cart.js allowed', () => {
    const { stdout } = command('headers', ...BASE, '--mode', 'offers', '--script', `/page.js=${bin}`);
    const digest = `sha384-${createHash('sha384').update(readFileSync(bin)).digest('base64')}`;
    assert.ok(stdout.includes(`<script type="module" src="/page.js" integrity="${digest}"`));
    assert.ok(stdout.includes(`"/page.js":"${digest}"`));
    assert.match(stdout, /script-src [^\n]*https:\/\/cdn\.example\/upsell\/0\.1\.0\/cart\.js; /);
    assert.match(stdout, /^\/page\.js,yours,/m);
  });

  it('keeps a directive whole whatever the URL has in it', () => {
    const { stdout } = command('headers', '--mode', 'offers', '--base', 'https://cdn.example/a;b, c/');
    assert.match(
      stdout,
      /script-src 'self' \S+ https:\/\/cdn\.example\/a%3Bb%2C%20c\/rokt-upsell-offers\.js https:\/\/cdn\.example\/a%3Bb%2C%20c\/cart\.js; /,
    );
  });

  for (const [args, message] of [
    [['nonsense'], /^rokt-upsell: "nonsense" is no command; there is serve, check, account, audit, /],
    [['headers'], /--base is missing: the URL of the folder that rokt-upsell\.js is served from, such as /],
    [['headers', ...BASE, '--script', '/page.js'], /--script needs URL=FILE, got "\/page\.js"/],
    [
      ['headers', ...BASE, '--script', 'page.js=a.js'],
      /--script needs a path from \/ or a whole URL before =/,
    ],
    [['headers', ...BASE, '--script', '/page.js=gone.js'], /--script: ENOENT.*gone\.js/],
    [['headers', '--nonsense'], /Unknown option '--nonsense'/],
    [['headers', 'nonsense'], /Unexpected argument 'nonsense'/],
    [['headers', ...BASE, '--mode', 'other'], /--mode is hosted, offers, or sdk-plus, not "other"/],
    [['headers', '--base', 'javascript:alert(1)'], /--base needs a whole URL with http or https/],
    [['headers', '--base', 'https://cdn.example/?a'], /--base needs a folder's URL/],
    [
      ['headers', ...BASE, '--mode', 'offers', '--sdk-url', 'https://a.example/b.js'],
      /--sdk-url belongs to --mode hosted or sdk-plus/,
    ],
    [['headers', ...BASE, '--offers-url', 'https://a.example'], /--offers-url belongs to --mode offers/],
    [['headers', ...BASE, '--connect', 'https://a.example'], /--connect belongs to --mode sdk-plus/],
    [['headers', ...BASE, '--sdk-integrity', 'sha384-AA=='], /--sdk-integrity needs --sdk-url/],
  ] as const) {
    it(`answers \`${args.join(' ')}\` with one line and exit code 2`, () => {
      const { status, stdout, stderr } = command(...args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, message);
      assert.equal(stderr.trim().split('\n').length, 1);
    });
  }

  it('runs on the machine’s own Node, and says of an older one what it needs', () => {
    assert.equal(run([bin, '--version'], 'node').status, 0);
    const { status, stdout, stderr } = run(['--import', OLD_NODE, bin, '--version']);
    assert.deepEqual(
      [status, stdout, stderr],
      [1, '', 'rokt-upsell needs Node 20 or later; this is Node 18.20.0.\n'],
    );
  });
});
