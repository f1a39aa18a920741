import DefaultTheme from 'vitepress/theme-without-fonts';
import Landing from './Landing.vue';
import LiveExample from './LiveExample.vue';
import './style.css';

/** VitePress's own theme, in the fonts of the reader's machine. */
export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('Landing', Landing);
    app.component('LiveExample', LiveExample);
  },
};
