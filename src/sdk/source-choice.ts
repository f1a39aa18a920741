import { canonicalJson, failAs } from '../model/index.ts';
import { createGivenSource } from './given-source.ts';
import { createHostedSource } from './hosted-source.ts';
import type { Launcher, LauncherOptions } from './launcher.ts';
import type { ConsentFlags, LauncherSource } from './launcher-source.ts';

export interface SourceProperties {
  readonly launcher:
    Launcher | PromiseLike<Launcher> | (() => Launcher | PromiseLike<Launcher>) | 'mparticle' | undefined;
  readonly offersUrl: string | undefined;
  readonly fallback: string | undefined;
  readonly accountId: string | undefined;
  readonly sdkUrl: string | undefined;
  readonly nonce?: string;
  readonly integrity: string | undefined;
  readonly crossOrigin: string | undefined;
  readonly sessionId: string | undefined;
  readonly sessionToken: string | undefined;
  readonly sandbox: boolean;
  readonly noFunctional: boolean;
  readonly noTargeting: boolean;
  readonly noDeviceId: boolean;
  readonly overrideLinkNavigation: boolean;
  readonly launcherOptions: LauncherOptions | undefined;
}
export type LoadOffers = (options: LauncherOptions & { readonly offersUrl: string }) => Promise<Launcher>;
export interface SourceChoice {
  readonly identity: readonly unknown[];
  readonly consent: ConsentFlags;
  create(loadOffers: LoadOffers): readonly [LauncherSource, ...LauncherSource[]];
}
export function consentOf(p: Partial<SourceProperties>): ConsentFlags {
  return { noFunctional: !!p.noFunctional, noTargeting: !!p.noTargeting, noDeviceId: !!p.noDeviceId };
}
export function chooseSource(element: Partial<SourceProperties>): SourceChoice | undefined {
  const { launcher, offersUrl, accountId, sdkUrl, nonce, integrity, crossOrigin } = element;
  const options: LauncherOptions = {};
  const consent = consentOf(element);
  const offersOf = (loadOffers: LoadOffers, url: string): LauncherSource => ({
    servedBy: 'offers',
    timeoutReason: 'offers-unavailable',
    acquire: () => loadOffers({ ...options, offersUrl: url }).catch(failAs('offers-unavailable')),
  });
  const hasFallback = element.fallback === 'offers' && offersUrl;
  if (launcher) {
    const given = () => createGivenSource(launcher as Launcher, options);
    return {
      identity: [launcher],
      consent,
      create: (load) => (hasFallback ? [given(), offersOf(load, offersUrl)] : [given()]),
    };
  }
  if (!offersUrl && !accountId) return undefined;
  const hosted = () =>
    createHostedSource({
      options: { ...options, ...(accountId ? { accountId } : {}) },
      script: { url: sdkUrl, nonce, integrity, crossOrigin },
    });
  return {
    identity: [
      offersUrl,
      accountId,
      element.fallback,
      sdkUrl,
      element.sessionId,
      canonicalJson(element.launcherOptions ?? {}),
    ],
    consent,
    create(load) {
      if (!offersUrl) return [hosted()];
      return hasFallback && accountId ? [hosted(), offersOf(load, offersUrl)] : [offersOf(load, offersUrl)];
    },
  };
}
export async function prepareLauncher(): Promise<void> {}
export function allowScriptOrigin(_origin: string): void {}
