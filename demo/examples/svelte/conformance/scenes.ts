import type { Launcher, LauncherOptions, PlacementAttributes } from 'rokt-upsell';

/** What each scene binds. */
export interface Scenes {
  attributes: { accountId: string; identifier: string | undefined; timeout: number };
  properties: {
    placementAttributes: PlacementAttributes;
    launcherOptions?: LauncherOptions;
    launcher: Launcher;
  };
  booleans: { sandbox: boolean; noTargeting: boolean };
  events: object;
  children: { items: string[]; failed: string };
  remount: { shown: boolean };
}

/** A scene by its name, with what it binds now. */
export type Shown = { [Name in keyof Scenes]: { scene: Name; state: Scenes[Name] } }[keyof Scenes];
