import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const pages = ['index.html', 'conformance.html', 'hydrate.html'];

export default defineConfig(({ isSsrBuild }) => ({
  base: './',
  // What does not fit when the page is hydrated is told in full.
  define: { __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true' },
  plugins: [
    vue({
      template: {
        // The tag is the browser's, not a component of Vue's.
        compilerOptions: { isCustomElement: (tag) => tag === 'rokt-upsell' },
        // Pictures are served beside the page.
        transformAssetUrls: false,
      },
    }),
  ],
  build: {
    target: 'es2022',
    assetsDir: 'app',
    rolldownOptions: isSsrBuild ? {} : { input: pages },
  },
}));
