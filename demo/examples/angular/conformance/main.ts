import { type ComponentRef, createComponent } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { createScriptedLauncher } from 'rokt-upsell/testing';
import { ConformanceScene } from './conformance-scene';
import { heard } from './heard';
import type { SceneState } from './scene-state';

const define = () => import('rokt-upsell');
const application = await createApplication();
let shown: ComponentRef<ConformanceScene> | undefined;

if (new URLSearchParams(location.search).get('define') !== 'late') await define();

/** Renders a scene, and again with its new state when it is there already. */
async function show(scene: string, state: SceneState): Promise<void> {
  if (!shown) {
    const hostElement = document.body.appendChild(document.createElement('app-conformance-scene'));
    shown = createComponent(ConformanceScene, { environmentInjector: application.injector, hostElement });
    application.attachView(shown.hostView);
  }
  shown.setInput('scene', scene);
  shown.setInput('state', state);
  await application.whenStable();
}

/** Takes the scene off the page. */
async function hide(): Promise<void> {
  shown?.destroy();
  shown = undefined;
}

const launcher = () => createScriptedLauncher();
Object.assign(window, { conformance: { heard, define, launcher, show, hide } });
