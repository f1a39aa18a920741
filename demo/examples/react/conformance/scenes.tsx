import type { Launcher, LauncherOptions, PlacementAttributes } from 'rokt-upsell';
import { EventScene } from './event-scene.tsx';

/** What each scene binds. */
export interface SceneStates {
  attributes: { accountId?: string; identifier?: string; timeout?: number };
  properties: {
    placementAttributes?: PlacementAttributes;
    launcherOptions?: LauncherOptions;
    launcher?: Launcher;
  };
  booleans: { sandbox?: boolean; noTargeting?: boolean };
  events: object;
  children: { items: string[]; failed: string };
  remount: { shown: boolean };
}

/** A scene by its name, with what it binds now. */
export type Shown = {
  [Name in keyof SceneStates]: { scene: Name; state: SceneStates[Name] };
}[keyof SceneStates];

/** `<rokt-upsell>` as each scene writes it. */
export function Scene({ scene, state }: Shown) {
  switch (scene) {
    case 'attributes':
      return (
        <rokt-upsell account-id={state.accountId} identifier={state.identifier} timeout={state.timeout} />
      );
    case 'properties':
      return (
        <rokt-upsell
          placementAttributes={state.placementAttributes}
          launcherOptions={state.launcherOptions}
          launcher={state.launcher}
        />
      );
    case 'booleans':
      return <rokt-upsell sandbox={state.sandbox} no-targeting={state.noTargeting} />;
    case 'events':
      return <EventScene />;
    case 'children':
      return (
        <rokt-upsell>
          <div id="own-mount">
            {state.items.map((item) => (
              <span key={item}>{item}</span>
            ))}
          </div>
          <p slot="failed">{state.failed}</p>
        </rokt-upsell>
      );
    case 'remount':
      return state.shown ? <rokt-upsell /> : null;
  }
}
