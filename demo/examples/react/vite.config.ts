import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [react()],
  build: { target: 'es2022', assetsDir: 'app' },
  // On a server the element comes from its own bundle, as in Next.js.
  ssr: { noExternal: ['rokt-upsell'] },
});
