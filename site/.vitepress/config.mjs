import { fileURLToPath } from 'node:url';
import { addressOf, navigation } from '../navigation.mjs';
import { gitHubSlug } from './github-slug.mjs';
import { readableTables } from './tables.mjs';

const searchBox = fileURLToPath(new URL('./theme/SearchBox.vue', import.meta.url));

const groups = navigation.map(({ text, pages }) => ({
  text,
  items: Object.entries(pages).map(([source, text]) => ({ text, link: `/${addressOf(source)}` })),
}));

/** @type {import('vitepress').UserConfig} */
export default {
  title: 'rokt-upsell',
  description: 'Rokt’s in-transaction upsell in any checkout: one tag, one event, one method.',
  lang: 'en',
  srcDir: './dist/source',
  outDir: './dist/site',
  cacheDir: './dist/cache',
  head: [
    ['link', { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' }],
    ['meta', { name: 'color-scheme', content: 'light dark' }],
  ],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('rokt-') } } },
  vite: {
    resolve: {
      // VitePress's own has controls inside of controls, which screen readers cannot tell apart.
      alias: [{ find: /^.*\/VPLocalSearchBox\.vue$/, replacement: searchBox }],
    },
  },
  markdown: {
    anchor: { slugify: gitHubSlug },
    toc: { slugify: gitHubSlug },
    headers: { slugify: gitHubSlug, level: [2, 3] },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: readableTables,
  },
  themeConfig: {
    nav: [
      { text: 'First ten minutes', link: '/first-ten-minutes' },
      { text: 'Reference', link: `/${addressOf('custom-elements.json')}` },
      { text: 'Your server', link: '/back-end-flow' },
      { text: 'Errors', link: '/errors' },
    ],
    sidebar: groups,
    outline: { level: [2, 3], label: 'On this page' },
    search: { provider: 'local' },
    docFooter: { prev: 'Before', next: 'Next' },
    footer: { message: 'MIT licence. Nothing of this site is loaded from anywhere else.' },
  },
};
