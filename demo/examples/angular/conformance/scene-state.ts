import type { Launcher, LauncherOptions, PlacementAttributes } from 'rokt-upsell';

/** What the scenes bind: each takes some of it. */
export interface SceneState {
  readonly accountId?: string;
  readonly identifier?: string;
  readonly timeout?: number;
  readonly placementAttributes?: PlacementAttributes;
  readonly launcherOptions?: LauncherOptions;
  readonly launcher?: Launcher;
  readonly sandbox?: boolean;
  readonly noTargeting?: boolean;
  readonly items?: readonly string[];
  readonly failed?: string;
  readonly shown?: boolean;
}
