import assert from 'node:assert/strict';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { bundleClient } from '../../tools/rollup/sizes.mjs';
import { openServer, json } from '../client/open-server.ts';
import { openShop, project, tool, type Shop } from './packed.ts';

describe('rokt-upsell/client, as published', () => {
  let shop: Shop;
  before(() => {
    shop = openShop();
  });
  after(() => shop.close());

  it('needs nothing that a bundler would leave out', async () => {
    const output = await bundleClient();
    const [{ imports, dynamicImports }] = output;
    assert.deepEqual([imports, dynamicImports, output.length], [[], [], 1]);
  });

  it('calls a service from plain Node', async () => {
    const date = 'Fri, 12 Dec 2031 18:00:00 GMT';
    const server = await openServer(json({ result: true }, 200, { 'rokt-session-id': 's', date }));
    const file = join(shop.folder, 'call.mjs');
    writeFileSync(
      file,
      `import { createTransactionClient } from 'rokt-upsell/client';
      export default async (baseUrl) => {
        const { placements } = createTransactionClient({ apiKey: 'k', tagId: 't', baseUrl });
        return placements.any({ cartId: 'c' });
      };`,
    );
    const { default: call } = (await import(file)) as { default: (baseUrl: string) => Promise<unknown> };
    const answer = await call(server.baseUrl).finally(() => server.close());
    assert.deepEqual(answer, { result: true, sessionId: 's', serverTime: Date.parse(date) });
  });

  it('compiles in a strict server that has no DOM and no TypeBox', () => {
    const code = `import { createTransactionClient, TransactionError, type ReserveAnswer } from 'rokt-upsell/client';
      const { cart } = createTransactionClient({ apiKey: 'k', tagId: 't', baseUrl: 'https://upsells.example', fetch });
      export const answer: Promise<ReserveAnswer> = cart.reserve({ cartId: 'c', items: [] }, { sessionId: 's' });
      answer.catch((error: unknown) => error instanceof TransactionError && error.attempts.toFixed());`;
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      target: 'es2022',
      lib: ['es2022'],
      types: ['node'],
      typeRoots: [join(project, 'node_modules/@types')],
      module: 'nodenext',
    };
    writeFileSync(join(shop.folder, 'server.ts'), code);
    writeFileSync(
      join(shop.folder, 'tsconfig.json'),
      JSON.stringify({ files: ['server.ts'], compilerOptions }),
    );
    tool('typescript/bin/tsc', ['-p', shop.folder], shop.folder);
  });

  it('needs no types of TypeBox, nor does anything else that is published', () => {
    const types = globSync('dist/**/*.d.ts', { cwd: project });
    assert.ok(types.some((file) => file.endsWith('wire.d.ts')));
    for (const file of types) assert.ok(!/typebox/.test(readFileSync(join(project, file), 'utf8')), file);
  });
});
