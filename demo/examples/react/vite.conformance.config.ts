import { pathToFileURL } from 'node:url';
import { defineConfig, mergeConfig, type Plugin } from 'vite';
import checkout from './vite.config.ts';

/** Puts into hydrate.html what the server renders. */
const served: Plugin = {
  name: 'served',
  async transformIndexHtml(html) {
    const { render } = await import(pathToFileURL('dist/server/server.js').href);
    return html.replace('<!--server-->', render());
  },
};

/** The pages that tests drive; React in development tells of each mismatch, and StrictMode does everything twice. */
export default mergeConfig(
  checkout,
  defineConfig({
    plugins: [served],
    define: { 'process.env.NODE_ENV': '"development"' },
    build: { emptyOutDir: false, rolldownOptions: { input: ['conformance.html', 'hydrate.html'] } },
  }),
);
