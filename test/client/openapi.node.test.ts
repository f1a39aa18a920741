import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import ts from 'typescript';
import { type Schema, TypeComparison } from './type-comparison.ts';

interface Json {
  readonly content: { readonly 'application/json': { readonly schema: Schema } };
}
interface Operation {
  readonly operationId: string;
  readonly security: readonly unknown[];
  readonly requestBody: Json;
  readonly responses: { readonly 200: Json };
}
interface Document {
  readonly paths: Readonly<Record<string, { readonly post: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'openapi.json'), 'utf8');
const described = join(import.meta.dirname, 'described-calls.ts');

/** The compiler's view of what the client's public types say. */
function readTypes() {
  const config = ts.readConfigFile(join(root, 'test/tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, join(root, 'test'));
  const program = ts.createProgram([described], { ...options, types: [] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(described);
  const symbol =
    source &&
    checker.getSymbolAtLocation(source)?.exports?.get(ts.escapeLeadingUnderscores('DescribedCalls'));
  assert.ok(symbol);
  return { checker, calls: checker.getDeclaredTypeOfSymbol(symbol) };
}

/** A schema that is to be changed. */
type DraftSchema = Record<string, unknown> & { properties: Record<string, object>; required: string[] };
const none: DraftSchema = {
  properties: {},
  required: [],
};

describe('openapi.json and the client’s public types', () => {
  let types: ReturnType<typeof readTypes>;
  before(() => {
    types = readTypes();
  });

  /** Where they differ: the operations that take a key, and both bodies of each. */
  const differences = ({ paths, components }: Document): string[] => {
    const { checker, calls } = types;
    const comparison = new TypeComparison(checker, components.schemas);
    const operations = Object.values(paths)
      .map(({ post }) => post)
      .filter(({ security }) => security.length > 0);
    const ids = calls.getProperties().map(({ name }) => name);
    const unknown = operations.filter(({ operationId }) => !ids.includes(operationId));
    return [
      ...unknown.map(({ operationId }) => `${operationId}: the client has no such call`),
      ...calls.getProperties().flatMap((call) => {
        const operation = operations.find(({ operationId }) => operationId === call.name);
        if (!operation) return [`${call.name}: the document has no such operation`];
        const bodies = { request: operation.requestBody, answer: operation.responses[200] };
        return Object.entries(bodies).flatMap(([name, { content }]) => {
          const body = checker.getTypeOfSymbol(call).getProperty(name);
          assert.ok(body);
          const at = `${call.name} ${name}`;
          return comparison.differences(
            checker.getTypeOfSymbol(body),
            content['application/json'].schema,
            at,
          );
        });
      }),
    ];
  };

  it('say the same', () => {
    assert.deepEqual(differences(JSON.parse(text) as Document), []);
  });

  type Draft = Record<string, DraftSchema>;
  for (const [what, drift, expected] of [
    [
      'a field is called otherwise',
      ({ ReserveItem: { properties } = none }) => {
        properties['amount'] = properties['quantity'] ?? {};
        delete properties['quantity'];
      },
      /^cart\.reserve request\.items\[\]\.quantity: only the type has it$/,
    ],
    [
      'a field may be missing',
      ({ ReserveRequest: { required } = none }) => {
        required.pop();
      },
      /^cart\.reserve request\.items: it is optional only by the document$/,
    ],
    [
      'a field is of another kind',
      ({ ConfirmedItem: { properties } = none }) => {
        properties['itemConfirmationUrl'] = { type: 'integer' };
      },
      /^cart\.confirm answer\.items\[\]\.itemConfirmationUrl: the type has string for integer$/,
    ],
    [
      'an answer has one field more',
      ({ CancelAnswer: { properties } = none }) => {
        properties['refund'] = { type: 'number' };
      },
      /^confirmation\.cancel answer\.refund: only the document has it$/,
    ],
    [
      'a quantity is no text any more',
      (schemas) => {
        schemas['Quantity'] = { ...none, type: 'integer' };
      },
      /^cart\.reserve request\.items\[\]\.quantity: no schema for string$/,
    ],
    [
      'an item can be refused with one code more',
      ({ ReleaseError: { anyOf } = none }) => {
        const late = { type: 'object', required: ['code'], properties: { code: { const: 'late' } } };
        (anyOf as unknown[]).push(late);
      },
      /^cart\.release answer\.items\[\]\.error.*late/,
    ],
    [
      'attributes are no text any more',
      ({ Attributes = none }) => {
        Attributes['additionalProperties'] = true;
      },
      /^placements\.any request\.attributes\.\*: the type has string$/,
    ],
  ] satisfies [string, (schemas: Draft) => void, RegExp][]) {
    it(`would not where ${what}`, () => {
      const document = JSON.parse(text) as Document;
      drift(document.components.schemas as unknown as Draft);
      const found = differences(document);
      assert.ok(
        found.some((line) => expected.test(line)),
        found.join('\n'),
      );
    });
  }

  it('would not where an operation is missing, or there is one more', () => {
    const document = JSON.parse(
      text.replace('"operationId": "cart.release"', '"operationId": "cart.free"'),
    ) as Document;
    assert.deepEqual(differences(document), [
      'cart.free: the client has no such call',
      'cart.release: the document has no such operation',
    ]);
  });
});
