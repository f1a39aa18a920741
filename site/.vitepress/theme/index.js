import DefaultTheme from 'vitepress/theme-without-fonts';
import { h } from 'vue';
import Landing from './Landing.vue';
import LiveExample from './LiveExample.vue';
import NotFound from './NotFound.vue';
import './style.css';

/** VitePress's own theme, in the fonts of the reader's machine. */
export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { 'not-found': () => h(NotFound) }),
  enhanceApp({ app }) {
    app.component('Landing', Landing);
    app.component('LiveExample', LiveExample);
  },
};
