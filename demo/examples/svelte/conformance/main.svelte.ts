import { createScriptedLauncher } from 'rokt-upsell/testing';
import { flushSync, mount, unmount } from 'svelte';
import ConformanceScene from './ConformanceScene.svelte';
import { heard } from './heard.ts';
import type { Shown } from './scenes.ts';

const define = () => import('rokt-upsell');
let shown = $state.raw<Shown>();
let scene: object | undefined;

if (new URLSearchParams(location.search).get('define') !== 'late') await define();

/** Renders a scene, and again with its new state when it is there already. */
async function show(name: Shown['scene'], state: Shown['state']) {
  shown = { scene: name, state } as Shown;
  const props = {
    get shown() {
      return shown as Shown;
    },
  };
  scene ??= mount(ConformanceScene, { target: document.body, props });
  flushSync();
}

/** Takes the scene off the page. */
async function hide() {
  if (scene) await unmount(scene);
  scene = undefined;
}

const launcher = () => createScriptedLauncher();
Object.assign(window, { conformance: { heard, define, launcher, show, hide } });
