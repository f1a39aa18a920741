import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

/** The project's own configuration, for files that exist only here: rules that need the compiler stay out. */
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });

async function messagesOf(filePath: string, code: string): Promise<string[]> {
  const results = await eslint.lintText(`${code}\n`, { filePath });
  return results.flatMap(({ messages }) => messages.map(({ message }) => message));
}

const refused: [file: string, code: string, message: RegExp][] = [
  ['src/model/a.ts', "export * from '../sdk/b.ts';", /model\/ may import nothing: it is pure/],
  ['src/model/a.ts', "import type { B } from '../sdk/b.ts';", /model\/ may import nothing/],
  ['src/model/a.ts', "import { b } from 'lit';", /model\/ uses nothing as a package/],
  ['src/model/a.ts', 'export const at = Date.now();', /model\/ has no clock/],
  ['src/contract/a.ts', "import '../model/b.ts';", /contract\/ may import nothing: it is the wire/],
  ['src/sdk/a.ts', "import '../selection/b.ts';", /sdk\/ may import model: it knows the launcher/],
  ['src/sdk/deep/a.ts', "import '../../element/b.ts';", /sdk\/ may import model/],
  [
    'src/selection/a.ts',
    "import '../element/b.ts';",
    /selection\/ may import sdk, model: it runs one selection/,
  ],
  ['src/selection/a.ts', "import 'lit';", /selection\/ uses typescript-event-target as a package/],
  [
    'src/element/a.ts',
    "import '../offers/b.ts';",
    /element\/ may import selection, sdk, model, types of offers: .*on demand/,
  ],
  [
    'src/element/a.ts',
    "await import('../offers/b.ts');",
    /only src\/element\/load-offers\.ts imports on demand/,
  ],
  ['src/element/load-offers.ts', "import '../offers/b.ts';", /element\/ may import selection, sdk, model/],
  [
    'src/element/a.ts',
    "import { LitElement } from 'lit';",
    /element\/ uses @lit\/reactive-element as a package/,
  ],
  ['src/element/a.ts', "import '../index.ts';", /element\/ may import/],
  ['src/offers/a.ts', "import '../element/b.ts';", /offers\/ may import sdk, model, types of contract/],
  [
    'src/offers/a.ts',
    "import { b } from '../contract/b.ts';",
    /offers\/ may import sdk, model, types of contract/,
  ],
  ['src/testing/a.ts', "import { b } from '../sdk/b.ts';", /testing\/ may import model, types of sdk/],
  [
    'src/testing/a.ts',
    "import type { B } from '../offers/b.ts';",
    /testing\/ may import model, types of sdk/,
  ],
  ['src/cart/a.ts', "import { b } from '../element/b.ts';", /cart\/ may import model, types of element/],
  ['src/react/a.ts', "import '../selection/b.ts';", /react\/ may import element: it hands the element over/],
  ['src/react/a.ts', "import 'lit';", /react\/ uses react, @lit\/reactive-element as a package/],
  [
    'src/client/a.ts',
    "import { b } from '../element/b.ts';",
    /client\/ may import model, types of contract: .*API key/,
  ],
  ['src/service/a.ts', "import '../offers/b.ts';", /service\/ may import contract, model/],
  [
    'src/command/a.ts',
    "import '../element/b.ts';",
    /command\/ may import service, model: it runs in a terminal/,
  ],
  ['src/console/a.ts', "import '../service/b.ts';", /console\/ may import offers, model: it is a page/],
  ['src/service/a.ts', "import '../console/b.ts';", /service\/ may import contract, model, types of console/],
  ['src/standin/a.ts', "import '../service/b.ts';", /standin\/ may import offers, sdk, model/],
  ['src/index.ts', "export * from './offers/b.ts';", /index\.ts may import element, selection, sdk, model/],
  ['src/index.ts', "export * from './client/b.ts';", /index\.ts may import element, selection, sdk, model/],
  ['src/sdk/a.ts', 'export default 1;', /name every export/],
  ['src/sdk/a.ts', 'export enum A { B }', /use a union of string literals/],
  ['src/sdk/a.ts', 'export const a: any = 1;', /Unexpected any/],
  ['src/selection/a.ts', "console.warn('a');", /Unexpected console/],
  ['src/element/a.ts', "console.log('a');", /Unexpected console/],
  ['src/sdk/a.ts', 'export const a = 1;\n'.repeat(201), /too many lines/],
  ['test/sdk/a.node.test.ts', "it.only('runs', () => {});", /take \.only away/],
  ['test/sdk/a.browser.test.ts', "describe.only('runs', () => {});", /take \.only away/],
];

const allowed: [file: string, code: string][] = [
  ['src/model/a.ts', "export * from './b.ts';"],
  ['src/sdk/a.ts', "export * from '../model/b.ts';"],
  ['src/selection/a.ts', "export * from '../sdk/b.ts';\nexport * from '../model/b.ts';"],
  ['src/selection/a.ts', "export * from 'typescript-event-target';"],
  ['src/element/a.ts', "export * from '../selection/b.ts';\nexport * from '../model/b.ts';"],
  ['src/element/a.ts', "export * from '@lit/reactive-element/css-tag.js';"],
  ['src/element/a.ts', "console.warn('a');"],
  ['src/sdk/a.ts', "console.warn('a');"],
  ['src/element/load-offers.ts', "await import('../offers/index.ts');"],
  ['src/offers/a.ts', "export * from '@lit/reactive-element';\nexport * from '../sdk/b.ts';"],
  ['src/offers/a.ts', "export type { B } from '../contract/b.ts';"],
  ['src/testing/a.ts', "export type { B } from '../sdk/b.ts';\nexport * from '../model/b.ts';"],
  ['src/cart/a.ts', "export type { B } from '../element/b.ts';"],
  ['src/react/a.ts', "import 'react';\nimport '../define.ts';\nexport * from '../element/b.ts';"],
  ['src/client/a.ts', "export type { B } from '../contract/b.ts';"],
  ['src/service/a.ts', "import 'node:http';\nimport 'fastify';\nimport '../contract/b.ts';"],
  ['src/service/a.ts', "export type { B } from '../console/b.ts';"],
  ['src/console/a.ts', "import 'lit';\nexport * from '../offers/b.ts';"],
  ['src/standin/a.ts', "export * from '../offers/b.ts';"],
  ['src/index.ts', "export * from './element/b.ts';\nexport * from './model/b.ts';"],
];

describe('the rooms', () => {
  for (const [file, code, message] of refused) {
    it(`refuses ${code.slice(0, 50).trim()} in ${file}`, async () => {
      const messages = await messagesOf(file, code);
      assert.match(messages.join('\n'), message);
    });
  }

  for (const [file, code] of allowed) {
    it(`allows ${code.replaceAll('\n', ' ')} in ${file}`, async () => {
      assert.deepEqual(await messagesOf(file, code), []);
    });
  }
});
