import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TSchema } from 'typebox';
import { SCHEMAS } from '../../src/contract/schemas.ts';
import { readSamples } from '../../tools/wire/samples.mjs';
import { compile } from './compile.ts';

const schemas: Readonly<Record<string, TSchema>> = Object.fromEntries(
  Object.values(SCHEMAS).flatMap((group) => Object.entries<TSchema>(group)),
);
const samples = readSamples();

describe('the samples', () => {
  for (const { schema, name, value } of samples) {
    it(`${schema}.${name} is what its schema says`, () => {
      const found = schemas[schema];
      assert.ok(found, `there is no schema ${schema}`);
      assert.deepEqual(compile(found)(value), []);
    });
  }

  it('show every request and answer', () => {
    const shown = new Set(samples.map(({ schema }) => schema));
    const bodies = Object.keys(schemas).filter((name) => /(Request|Answer|Body)$|^Item(Con|Can)/.test(name));
    // Its members are shown instead.
    assert.deepEqual(
      bodies.filter((name) => !shown.has(name)),
      ['WebhookBody'],
    );
  });

  for (const { schema, name, value } of samples.filter((sample) => /Answer$/.test(sample.schema))) {
    it(`${schema}.${name} with a field more is refused: answers are closed`, () => {
      assert.notDeepEqual(compile(schemas[schema]!)({ ...(value as object), more: 1 }), []);
    });
  }

  for (const { schema, name, value } of samples.filter((sample) => /Request$/.test(sample.schema))) {
    it(`${schema}.${name} with a field more is taken: partners send them`, () => {
      assert.deepEqual(compile(schemas[schema]!)({ ...(value as object), more: 1 }), []);
    });
  }
});
