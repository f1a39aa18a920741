import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rollup } from 'rollup';
import { guardedHtmlPolicy } from '../../tools/rollup/guarded-html-policy.mjs';

const litHtml = '/shop/node_modules/lit-html/lit-html.js';
const expected =
  'const s=globalThis.trustedTypes;export const e=s?s.createPolicy("lit-html",{createHTML:t=>t}):void 0;';

/** Bundles `code` as if it were lit-html. */
async function bundled(code: string): Promise<string> {
  const text = { name: 'text', resolveId: () => litHtml, load: () => code };
  const bundle = await rollup({ input: litHtml, plugins: [text, guardedHtmlPolicy()] });
  const { output } = await bundle.generate({ format: 'es' });
  return output[0].code;
}

describe('the guarded HTML policy', () => {
  it('has our own name and survives a refusal', async () => {
    const code = await bundled(expected);
    assert.match(code, /try\{return s\.createPolicy\("rokt-upsell-html",\{createHTML:t=>t\}\)\}catch\{\}/);
  });

  it('fails the build when lit-html creates its policy in another way', async () => {
    await assert.rejects(bundled('export const e = 1;'), /in another way than expected/);
  });

  it('fails the build when a policy of the old name is left', async () => {
    await assert.rejects(
      bundled(`${expected}s.createPolicy('lit-html', {});`),
      /creates the policy "lit-html"/,
    );
  });
});
