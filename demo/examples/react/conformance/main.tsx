import { type ReactNode, StrictMode, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { createScriptedLauncher } from 'rokt-upsell/testing';
import { heard } from './event-scene.tsx';
import { Scene, type Shown } from './scenes.tsx';

const query = new URLSearchParams(location.search);
const define = () => import('rokt-upsell');

let root: Root | undefined;
let name: string | undefined;
let setShown: (shown: Shown) => void;

/** The scene, and the state by which it changes. */
function Page({ first }: { readonly first: Shown }) {
  const [shown, set] = useState(first);
  setShown = set;
  return <Scene {...shown} />;
}

const mode = (page: ReactNode) => (query.has('strict') ? <StrictMode>{page}</StrictMode> : page);

/** Renders a scene, and again with its new state when it is there already. */
async function show(scene: Shown['scene'], state: Shown['state']) {
  const shown = { scene, state } as Shown;
  if (scene === name) return flushSync(() => setShown(shown));
  await hide();
  name = scene;
  root = createRoot(document.querySelector('#app') ?? document.body);
  flushSync(() => root?.render(mode(<Page first={shown} />)));
}

/** Takes the scene off the page. */
async function hide() {
  root?.unmount();
  root = undefined;
  name = undefined;
}

if (query.get('define') !== 'late') await define();

window.conformance = {
  show,
  hide,
  define,
  heard,
  launcher: () => createScriptedLauncher(),
};
