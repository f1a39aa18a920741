import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const version = process.env['REACT'] ?? '18';
const suffix = version === '18' ? '' : `-${version}`;
const root = version === '17' ? 'legacy-root' : 'concurrent-root';

/** The page and its server, with the React that the environment's `REACT` names. */
export default defineConfig(({ isSsrBuild }) => ({
  base: './',
  resolve: {
    alias: [
      { find: /^react(?=$|\/)/, replacement: `react${suffix}` },
      { find: /^react-dom(?=$|\/)/, replacement: `react-dom${suffix}` },
      { find: '#root', replacement: fileURLToPath(new URL(`src/${root}.ts`, import.meta.url)) },
    ],
  },
  // React in development tells of each mismatch.
  define: { 'process.env.NODE_ENV': '"development"' },
  esbuild: { jsx: 'transform' },
  ssr: { noExternal: true },
  build: { target: 'es2022', assetsDir: 'app', outDir: `dist/${version}${isSsrBuild ? '/server' : ''}` },
}));
