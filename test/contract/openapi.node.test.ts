import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { ENDPOINTS } from '../../src/contract/endpoints.ts';
import { ERRORS } from '../../src/contract/errors.ts';
import { REQUEST_ID } from '../../src/service/http/request-ids.ts';

interface Description {
  readonly paths: Readonly<Record<string, { readonly post: { readonly operationId: string } }>>;
}

interface WithHeaders {
  readonly headers?: Readonly<Record<string, unknown>>;
}

const text = readFileSync(join(import.meta.dirname, '../../openapi.json'), 'utf8');
const validate = (document: string) => new Validator().validate(document);

describe('openapi.json', () => {
  it('is a valid OpenAPI 3.1 description', async () => {
    const { valid, errors } = await validate(text);
    assert.ok(valid, JSON.stringify(errors));
  });

  it('is refused by the same validator once a response lacks its description', async () => {
    const { valid } = await validate(text.replace('"description": "Whether there is', '"tells": "'));
    assert.equal(valid, false);
  });

  it('has each operation under its path, and no other', () => {
    const { paths } = JSON.parse(text) as Description;
    const described = Object.entries(paths).map(([path, { post }]) => [path, post.operationId]);
    assert.deepEqual(
      described,
      Object.values(ENDPOINTS).map(({ path, operationId }) => [path, operationId]),
    );
  });

  it('names every code that refuses a whole request', () => {
    for (const [code, row] of Object.entries(ERRORS))
      if ('status' in row) assert.ok(text.includes(`\`${code}\``), code);
  });

  it('says of every answer that it names its request', () => {
    const { paths, components } = JSON.parse(text) as {
      readonly paths: Readonly<
        Record<string, { readonly post: { readonly responses: { readonly 200: WithHeaders } } }>
      >;
      readonly components: { readonly responses: Readonly<Record<string, WithHeaders>> };
    };
    const answers = Object.values(paths).map(({ post }) => post.responses[200]);
    for (const { headers } of [...answers, ...Object.values(components.responses)])
      assert.ok(headers && REQUEST_ID in headers);
  });

  it('refers only to what it holds', () => {
    const document = JSON.parse(text) as Record<string, unknown>;
    const references = [...text.matchAll(/"\$ref": "#\/([^"]+)"/g)].map(([, path = '']) => path);
    assert.ok(references.length > 50);
    for (const reference of references) {
      const found = reference
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document);
      assert.ok(found, reference);
    }
  });
});
