import { join } from 'node:path';

/** Files for any static server, since the demo's is one. */
export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  telemetry: false,
  // The tag is the browser's, not a component of Vue's.
  vue: { compilerOptions: { isCustomElement: (tag) => tag === 'rokt-upsell' } },
  // Pictures are served beside the page.
  vite: { vue: { template: { transformAssetUrls: false } } },
  app: {
    buildAssetsDir: '/app/',
    head: {
      htmlAttrs: { lang: 'en' },
      bodyAttrs: { class: 'shop-tickets' },
      title: 'Checkout · Midwinter Gala · Rowlight Tickets, in Nuxt',
      meta: [{ name: 'color-scheme', content: 'light dark' }],
      link: [
        { rel: 'icon', href: '/assets/images/ticket.svg', type: 'image/svg+xml' },
        { rel: 'stylesheet', href: '/assets/shop.css' },
      ],
    },
  },
  // The sources name their own imports.
  imports: { autoImport: false },
  components: false,
  nitro: { output: { publicDir: join(import.meta.dirname, 'dist') } },
});
