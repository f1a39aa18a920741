import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import { checkFile } from '../../src/command/check-file.ts';
import { offersSchemas } from '../../src/contract/index.ts';

const project = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(project, file), 'utf8');
const page = read('docs/offers-json.md');
const [, sample = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];

describe('the documented offers.json', () => {
  it('is sound by the published schema and by the command, without a warning', () => {
    const document: unknown = JSON.parse(sample);
    assert.deepEqual(checkFile(document), { faults: [], warnings: [] });
    const isSound = new Ajv({ strict: false }).compile(JSON.parse(read('offers.schema.json')) as object);
    assert.ok(isSound(document), JSON.stringify(isSound.errors));
    assert.ok(!isSound({ ...(document as object), placements: 1 }));
  });

  it('names every field that an offer has', () => {
    const named = new Set(
      [...page.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell = '']) => cell.match(/\w+/g) ?? []),
    );
    const { cartItem, ...offer } = offersSchemas.Offer.properties;
    const known = [...Object.keys(offer), ...Object.keys(cartItem.properties)];
    assert.deepEqual([...named].sort(), known.sort());
  });
});
