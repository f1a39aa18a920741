import { createScriptedLauncher } from 'rokt-upsell/testing';
import { createApp, h, nextTick, shallowRef, type App } from 'vue';
import ConformanceScene from './ConformanceScene.vue';
import { heard } from './heard.ts';

const define = () => import('rokt-upsell');
const shown = shallowRef<{ scene: string; state: object }>();
let app: App | undefined;

if (new URLSearchParams(location.search).get('define') !== 'late') await define();

Object.assign(window, {
  conformance: {
    heard,
    define,
    launcher: () => createScriptedLauncher(),
    async show(scene: string, state: object) {
      shown.value = { scene, state };
      if (!app) {
        app = createApp(() => h(ConformanceScene, shown.value));
        app.mount('#app');
      }
      await nextTick();
    },
    async hide() {
      app?.unmount();
      app = undefined;
    },
  },
});
