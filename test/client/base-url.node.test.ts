import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTransactionClient } from '../../src/client/index.ts';

describe('a base URL', () => {
  it('of 50,000 slashes and more is read at once', () => {
    const started = performance.now();
    for (const path of ['/'.repeat(50_000), `${'/'.repeat(50_000)}x`])
      createTransactionClient({
        baseUrl: `https://upsells.example${path}`,
        apiKey: 'skeletonkey',
        tagId: '1',
      });
    assert.ok(performance.now() - started < 1_000);
  });
});
