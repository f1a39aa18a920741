import { pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import checkout from './vite.config.ts';

// Svelte tells of each mismatch in development; all other packages are as they are published.
process.env['NODE_ENV'] = 'development';
const conditions = ['module', 'browser', 'production'];
const development: Plugin = {
  name: 'svelte-in-development',
  enforce: 'pre',
  resolveId: (id) => (id === 'esm-env/development' ? '\0esm-env/development' : undefined),
  load: (id) => (id === '\0esm-env/development' ? 'export default true' : undefined),
};

/** Puts into hydrate.html what the server renders. */
const served: Plugin = {
  name: 'served',
  async transformIndexHtml(html) {
    const { render } = await import(pathToFileURL('dist/server/server.js').href);
    return html.replace('<!--server-->', render());
  },
};

/** The pages that tests drive. */
export default defineConfig({
  ...checkout,
  resolve: { conditions },
  plugins: [development, svelte({ configFile: false }), served],
  build: {
    ...checkout.build,
    emptyOutDir: false,
    rolldownOptions: { input: ['conformance.html', 'hydrate.html'] },
  },
});
