import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import { offersSchemas } from '../../../src/contract/index.ts';
import { CatalogueFile } from '../../../src/service/catalogue/catalogue-file.ts';
import { checkCatalogue } from '../../../src/service/catalogue/check-catalogue.ts';

const page = readFileSync('docs/catalogue.md', 'utf8');
const [, sample = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];

describe('the documented catalogue', () => {
  it('is sound with a secret of one’s own, also by the published schema', () => {
    const [published = ''] = /whsec_[^"]+/.exec(sample) ?? [];
    const own = `whsec_${randomBytes(32).toString('base64')}`;
    const catalogue: unknown = JSON.parse(sample.replace(published, own));
    assert.deepEqual(checkCatalogue(catalogue), []);
    assert.deepEqual(
      checkCatalogue(JSON.parse(sample)).map(({ path, expected }) => [path, expected]),
      [['providers.garage.secret', 'a secret of your own']],
    );
    const isSound = new Ajv({ strict: false }).compile(
      JSON.parse(readFileSync('catalogue.schema.json', 'utf8')) as object,
    );
    assert.ok(isSound(catalogue), JSON.stringify(isSound.errors));
    assert.ok(!isSound({ ...(catalogue as object), placements: 1 }));
  });

  it('names every field that an offer has besides those of an offers.json', () => {
    const [, rows = ''] = /\| field \| meaning \|\n\|---\|---\|\n([\s\S]*?)\n\n/.exec(page) ?? [];
    const named = rows.split('\n').map((row) => /`(\w+)`/.exec(row)?.[1]);
    const { offers } = CatalogueFile.properties.placements.items.properties;
    const known = Object.keys(offersSchemas.Offer.properties);
    const own = Object.keys(offers.items.properties).filter((field) => !known.includes(field));
    assert.deepEqual(named.sort(), own.sort());
  });
});
