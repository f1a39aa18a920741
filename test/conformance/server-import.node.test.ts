import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chosenExamples } from '../../tools/examples/example-names.mjs';
import { exampleFolder } from '../../tools/examples/example-folder.mjs';
import { root } from '../../tools/setup/project.mjs';
import { openShop, outputOf, type Shop } from '../package/packed.ts';

/** What `load()` has done to the Node that it ran in. */
interface Traces {
  readonly globals: readonly string[];
  readonly calls: readonly string[];
  readonly resources: readonly string[];
  readonly isRegistered: boolean;
  readonly result: unknown;
}

/** What Lit keeps on a server: its versions, and a stand-in for the registry of elements. */
const ofLit = /^(lit[A-Z]|reactiveElementVersions$|customElements$)/;

/** A module that prints the `Traces` of what is in `load`, the body of an async function. */
function tracing(load: string): string {
  return `
    const calls = [];
    for (const name of ['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'WebSocket', 'BroadcastChannel', 'Worker']) {
      const own = globalThis[name];
      globalThis[name] = function (...args) {
        calls.push(name);
        return new.target ? new own(...args) : own.apply(this, args);
      };
    }
    const names = () => Reflect.ownKeys(globalThis).map(String);
    const before = names();
    const resources = process.getActiveResourcesInfo();
    const result = await (async () => { ${load} })();
    const globals = names().filter((name) => !before.includes(name));
    const opened = process.getActiveResourcesInfo().slice(resources.length);
    const isRegistered = globalThis.customElements?.get('rokt-upsell') !== undefined;
    process.stdout.write(JSON.stringify({ globals, calls, resources: opened, isRegistered, result }));
  `;
}

describe('on a server', () => {
  let shop: Shop;
  before(() => {
    shop = openShop();
  });
  after(() => shop.close());

  for (const entry of ['', '/define', '/element', '/cart', '/offers', '/testing']) {
    it(`rokt-upsell${entry} registers nothing, touches no global and opens nothing`, () => {
      const load = `return Object.keys(await import('rokt-upsell${entry}'))`;
      const traces = JSON.parse(shop.run(tracing(load))) as Traces;
      const { globals, calls, resources, isRegistered, result } = traces;
      const touched = globals.filter((name) => !ofLit.test(name));
      const nothing = { touched: [], calls: [], resources: [], isRegistered: false };
      assert.deepEqual({ touched, calls, resources, isRegistered }, nothing);
      assert.ok((result as string[]).length > 0, 'it exports something');
    });
  }
});

for (const name of chosenExamples(process.env['ROKT_UPSELL_EXAMPLES'])) {
  const folder = resolve(root, exampleFolder(name));
  const parts = existsSync(join(folder, 'hydrate')) ? readdirSync(join(folder, 'hydrate')) : [];
  const entry = parts.find((file) => file.startsWith('server.'));

  if (!entry) continue;

  describe(`on a server, in a build of the ${name} example`, () => {
    let out: string;
    before(() => {
      out = mkdtempSync(join(folder, 'node_modules', '.server-'));
    });
    after(() => rmSync(out, { recursive: true }));

    for (const [how, noExternal] of Object.entries({ 'from node_modules': [], 'bundled in': true })) {
      it(`with the packages ${how} sends the bare tag, and does nothing else`, () => {
        const options = {
          logLevel: 'error',
          ssr: { noExternal },
          build: { ssr: `hydrate/${entry}`, outDir: out, emptyOutDir: true },
        };
        run(`import { build } from 'vite'; await build(${JSON.stringify(options)})`, folder);
        const built = pathToFileURL(join(out, 'server.js')).href;
        const load = `return (await import(${JSON.stringify(built)})).render()`;
        const traces = JSON.parse(run(tracing(load), folder)) as Traces;
        // What else there is on a framework's server is the framework's.
        const ours = traces.globals.filter((global) => /rokt/i.test(global));
        assert.deepEqual({ ours, isRegistered: traces.isRegistered }, { ours: [], isRegistered: false });
        assert.match(
          String(traces.result),
          /<rokt-upsell [^>]*account-id="222"[^>]*>.*<p [^>]*slot="failed"/s,
        );
        assert.doesNotMatch(String(traces.result), /shadowroot|rokt-upsell-offers|\[object/);
      });
    }
  });
}

/** Runs a module on Node in `folder` and returns what it wrote. */
function run(code: string, folder: string): string {
  return outputOf(process.execPath, ['--input-type=module', '-e', code], folder);
}
