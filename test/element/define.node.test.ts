import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

/** What the modules ask of a page, as other programs imitate it. */
interface Imitation {
  readonly document: object;
  readonly HTMLElement: { readonly prototype: object };
}

const { warn } = console;
const names = ['document', 'HTMLElement'] as const;
const own = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
const warnings: string[] = [];
let count = 0;

/** Runs the module anew, as a page's first import does, on a page that is imitated so; none: on a server. */
async function define(imitation?: Imitation): Promise<readonly string[]> {
  if (imitation) {
    for (const name of names)
      Object.defineProperty(globalThis, name, { value: imitation[name], configurable: true });
  }
  const module = `../../src/define.ts?run=${++count}`;
  await import(module);
  return warnings;
}

describe('the module that registers the tag', () => {
  beforeEach(() => {
    warnings.length = 0;
    console.warn = (text: string) => warnings.push(text);
  });
  afterEach(() => {
    console.warn = warn;
    names.forEach((name, index) => {
      if (own[index]) Object.defineProperty(globalThis, name, own[index]);
      else Reflect.deleteProperty(globalThis, name);
    });
  });

  it('says nothing on a server', async () => {
    assert.deepEqual(await define(), []);
  });

  // What these lack was looked up in jsdom 29 and happy-dom 21.
  for (const [name, imitation] of Object.entries({
    'jsdom, which adopts no style sheets': {
      document: {},
      HTMLElement: { prototype: { attachInternals() {} } },
    },
    'happy-dom, whose elements have no internals': {
      document: { adoptedStyleSheets: [] },
      HTMLElement: { prototype: {} },
    },
    'a document and no elements': { document: {}, HTMLElement: { prototype: {} } },
  })) {
    it(`says that the tag needs a real browser in ${name}`, async () => {
      const [warning, ...others] = await define(imitation);
      assert.match(warning ?? '', /^<rokt-upsell>: .*real browser.*jsdom/);
      assert.deepEqual(others, []);
    });
  }
});
