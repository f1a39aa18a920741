import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
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
    rolldownOptions: { input: ['index.html', 'conformance.html'] },
  },
});
