import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { root } from '../../tools/setup/project.mjs';

/** @typedef {{ body: string | Buffer, type: string }} Served */

/**
 * Serves the pages of the bench, as built, on a port of its own.
 *
 * @returns {Promise<{ origin: string, serve: (path: string, served: Served) => void, serveTwin: (made: unknown) => void, stop: () => Promise<void> }>}
 */
export async function servePages() {
  /** @type {Map<string, Served>} */
  const files = new Map();
  const serve = (/** @type {string} */ path, /** @type {Served} */ served) => void files.set(path, served);
  for (const name of ['rokt-upsell.js', 'rokt-upsell-offers.js']) {
    serve(`/${name}`, { body: readFileSync(join(root, 'dist/script', name)), type: 'text/javascript' });
  }
  serve('/index.js', { body: await bundle('index', 'iife'), type: 'text/javascript' });
  const twin = await bundle('twin-page', 'esm');
  // As it is in the script of who draws by hand.
  const serveTwin = (/** @type {unknown} */ made) =>
    serve('/twin.js', { body: `const TWIN = ${JSON.stringify(made)};\n${twin}`, type: 'text/javascript' });
  serve('/blank.html', page('<script src="/index.js"></script>'));
  const server = createServer(({ url = '' }, response) => {
    const { body, type } = files.get(url.replace(/\?.*/, '')) ?? { body: '', type: '' };
    response.writeHead(type ? 200 : 404, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const stop = () => new Promise((resolve) => server.close(() => resolve(undefined)));
  return { origin: `http://127.0.0.1:${port}`, serve, serveTwin, stop: async () => void (await stop()) };
}

/** @param {string} body @returns {Served} */
export function page(body) {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><body>${body}</body></html>`;
  return { body: html, type: 'text/html' };
}

/** @param {string} name @param {'iife' | 'esm'} format */
async function bundle(name, format) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`bench/browser/in-page/${name}.js`],
    bundle: true,
    write: false,
    minify: true,
    format,
    target: 'es2022',
    conditions: ['production', 'browser'],
    // The tag is registered by the page that needs it.
    define: { 'import.meta.url': '""' },
    plugins: [minifiedTemplates()],
  });
  return outputFiles[0]?.text ?? '';
}

/** As in the files for a script tag: templates without the space between their elements. @returns {import('esbuild').Plugin} */
function minifiedTemplates() {
  const { transform } = minifyTemplateLiterals({ include: ['build/**/*.js'] });
  return {
    name: 'minified-templates',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]build[\\/].*\.js$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const made = await /** @type {any} */ (transform).call(
          { warn: console.warn, error: console.error },
          source,
          path,
        );
        return { contents: made?.code ?? source, loader: 'js' };
      });
    },
  };
}
