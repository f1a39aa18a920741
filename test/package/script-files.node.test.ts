import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseAst } from 'rollup/parseAst';
import { scriptSize, sizes } from '../../tools/rollup/sizes.mjs';
import { project } from './packed.ts';

const hosted = 'rokt-upsell.js';
const withOffers = 'rokt-upsell-offers.js';

function read(file: string): string {
  return readFileSync(join(project, 'dist', 'script', file), 'utf8');
}

describe('the script-tag files', () => {
  for (const file of [hosted, withOffers]) {
    it(`${file} contains everything that it needs`, () => {
      const tree = JSON.stringify(parseAst(read(file)));
      assert.ok(!/"type":"(ImportDeclaration|ImportExpression|ExportAllDeclaration)"/.test(tree));
    });

    it(`${file} registers the element`, () => {
      assert.ok(read(file).includes('customElements.define("rokt-upsell"'));
    });

    it(`${file} keeps the licences of what it contains`, () => {
      const code = read(file);
      const version = (JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string })
        .version;
      const lit = 'Lit (c) Google LLC, BSD-3-Clause';
      assert.ok(code.startsWith(`/*! rokt-upsell ${version}, MIT; ${lit}; see ${file}.LICENSE.txt */`));
      const texts = read(`${file}.LICENSE.txt`);
      for (const text of ['rokt-upsell contributors', 'Google LLC', 'Redistributions in binary form must']) {
        assert.ok(texts.includes(text), text);
      }
    });

    it(`${file} has the integrity that integrity.json says`, () => {
      const digest = createHash('sha384').update(read(file)).digest('base64');
      assert.equal((JSON.parse(read('integrity.json')) as Record<string, string>)[file], `sha384-${digest}`);
    });

    it(`${file} does not take the Trusted Types policy of a page's own Lit`, () => {
      assert.ok(!/createPolicy\(\s*["'`]lit-html/.test(read(file)));
    });
  }

  it('cart.js contains everything that it needs, and nothing of the element', () => {
    const code = read('cart.js');
    assert.ok(!/"type":"(ImportDeclaration|ImportExpression)"/.test(JSON.stringify(parseAst(code))));
    assert.match(code, /export\{\w+ as connectCart\}/);
    assert.ok(!/customElements\.define|Google LLC/.test(code));
    assert.ok(read('cart.js.LICENSE.txt').includes('rokt-upsell contributors'));
  });

  it('check-contrast.js contains everything that it needs, and nothing of the offers', () => {
    const code = read('check-contrast.js');
    assert.ok(!/"type":"(ImportDeclaration|ImportExpression)"/.test(JSON.stringify(parseAst(code))));
    assert.match(code, /export\{\w+ as lowContrasts\}/);
    assert.ok(!/customElements\.define|spinbutton|Google LLC/.test(code));
  });

  for (const file of [hosted, withOffers])
    it(`${file} brings no shopper the check of contrasts`, () => {
      assert.ok(!read(file).includes('too little contrast'));
    });

  for (const language of ['de', 'fr', 'es', 'ja', 'ar']) {
    it(`messages-${language}.js contains everything that it needs, and is small`, () => {
      const file = `messages-${language}.js`;
      assert.ok(!/"type":"(ImportDeclaration|ImportExpression)"/.test(JSON.stringify(parseAst(read(file)))));
      assert.ok(scriptSize(file) <= 1_536, `it has ${scriptSize(file)}`);
    });
  }

  it('rokt-upsell.js draws no offers', () => {
    assert.ok(!/spinbutton|lit\$/.test(read(hosted)));
  });
});

describe('bytes as served', () => {
  for (const { name, gate, bytes } of sizes) {
    it(`are at most ${gate}: ${name}`, async () => {
      const size = await bytes();
      assert.ok(size > 0 && size <= gate, `it has ${size}`);
    });
  }
});
