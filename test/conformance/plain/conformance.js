import { createScriptedLauncher } from '/dist/testing/index.js';
import { sceneBuilders } from './scenes.js';

const define = () => import('/dist/script/rokt-upsell.js');
const heard = [];
let shown;

if (new URLSearchParams(location.search).get('define') !== 'late') await define();

window.conformance = {
  heard,
  define,
  launcher: () => createScriptedLauncher(),
  async show(scene, state) {
    if (shown?.scene !== scene) {
      const root = document.querySelector('#app');
      shown = { scene, update: sceneBuilders[scene](root, (type, handler) => heard.push({ type, handler })) };
    }
    shown.update(state);
  },
  async hide() {
    shown = undefined;
    document.querySelector('#app').replaceChildren();
  },
};
