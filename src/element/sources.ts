import { failAs } from '../model/index.ts';
import {
  createGivenSource,
  createHostedSource,
  type Launcher,
  type LauncherOptions,
  type LauncherSource,
} from '../sdk/index.ts';
import { loadOffers } from './load-offers.ts';

/** The properties of an element that decide where its launcher comes from. */
export interface SourceProperties {
  readonly launcher: Launcher | PromiseLike<Launcher> | undefined;
  readonly offersUrl: string | undefined;
  readonly accountId: string | undefined;
  readonly sdkUrl: string | undefined;
  readonly nonce?: string;
  readonly integrity: string | undefined;
  readonly crossOrigin: string | undefined;
  readonly sessionId: string | undefined;
  readonly sandbox: boolean;
  readonly noFunctional: boolean;
  readonly noTargeting: boolean;
  readonly noDeviceId: boolean;
  readonly overrideLinkNavigation: boolean;
  readonly launcherOptions: LauncherOptions | undefined;
}

/** A source that an element's properties name. Two choices with equal keys are the same source. */
export interface SourceChoice {
  readonly key: readonly unknown[];
  /** @param target selector of the mount node */
  create(target: string): LauncherSource;
}

/** The first source of: a launcher of the page's own, first-party offers, Rokt's hosted launcher. */
export function chooseSource(element: SourceProperties): SourceChoice | undefined {
  const { launcher, offersUrl, accountId, sdkUrl } = element;
  if (launcher) return { key: ['launcher', launcher], create: () => createGivenSource(launcher) };
  const options = launcherOptions(element);
  const optionsKey = JSON.stringify(options);
  if (offersUrl) {
    return {
      key: ['offers', offersUrl, optionsKey],
      create: (target) => createOffersSource(offersUrl, options, target),
    };
  }
  if (!accountId) return undefined;
  const { nonce, integrity, crossOrigin } = element;
  return {
    key: ['hosted', sdkUrl, optionsKey],
    create: () => createHostedSource({ options, script: { url: sdkUrl, nonce, integrity, crossOrigin } }),
  };
}

function createOffersSource(offersUrl: string, options: LauncherOptions, target: string): LauncherSource {
  return {
    servedBy: 'offers',
    timeoutCode: 'offers-unavailable',
    acquire: () =>
      loadOffers()
        .then(({ createOffersLauncher }) => createOffersLauncher({ ...options, offersUrl, target }))
        .catch(failAs('offers-unavailable')),
  };
}

const FLAGS = ['sandbox', 'noFunctional', 'noTargeting', 'noDeviceId', 'overrideLinkNavigation'] as const;

/** The launcher's options: those the page passes through, then the element's own, none that is not set. */
function launcherOptions(element: SourceProperties): LauncherOptions {
  const { accountId, sessionId } = element;
  return {
    ...element.launcherOptions,
    ...(accountId ? { accountId } : {}),
    ...(sessionId ? { sessionId } : {}),
    ...Object.fromEntries(FLAGS.filter((flag) => isOn(element[flag])).map((flag) => [flag, true])),
  };
}

/** Frameworks set properties to text too: `"false"` is false there as well, and `""` is an attribute that is there. */
function isOn(value: unknown): boolean {
  return typeof value === 'string' ? value !== 'false' : Boolean(value);
}
