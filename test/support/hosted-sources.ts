import { after } from 'node:test';
import { PATIENCE } from '../../tools/check/patience.mjs';
import type { ConsentFlags } from '../../src/sdk/consent.ts';
import { createHostedSource, type HostedPage } from '../../src/sdk/hosted-source.ts';
import type { Launcher, LauncherOptions, LauncherSource, RoktGlobal } from '../../src/sdk/index.ts';
import { PageLauncher } from '../../src/sdk/page-launcher.ts';
import { createDeferred } from '../../src/testing/deferred.ts';
import {
  createScriptedRokt,
  type ScriptedLauncher,
  type ScriptedLauncherOptions,
} from '../../src/testing/index.ts';
import { acquireAs, createClient, type TestClient } from './launcher-client.ts';
import { living } from './living.ts';

/** One that asks for the page's launcher, as an element does when its selection starts, and what comes of it. */
export class Asker {
  readonly client: TestClient;
  readonly source: LauncherSource;
  /** Its launcher. Whoever does not look at it sees the outcome. */
  readonly acquired: Promise<Launcher>;
  /** `waiting`, `served`, or the code of the error. */
  outcome = 'waiting';
  launcher: Launcher | undefined;
  error: Error | undefined;

  constructor(source: LauncherSource, client: TestClient) {
    this.client = client;
    this.source = source;
    this.acquired = acquireAs(client, source);
    this.acquired.then(
      (launcher) => {
        this.launcher = launcher;
        this.outcome = 'served';
      },
      (thrown: unknown) => {
        this.error = thrown as Error;
        this.outcome = (thrown as { code: string }).code;
      },
    );
  }

  leave(): void {
    this.client.leave();
  }

  /** Its consent is now this; flags that are not named are false. */
  agreesTo(flags: Partial<ConsentFlags>): void {
    this.source.setConsent?.({ noFunctional: false, noTargeting: false, noDeviceId: false, ...flags });
  }

  /** The messages of what it was told, without ending anything. */
  get told(): string[] {
    return this.client.errors.map(({ message }) => message);
  }
}

/** A page whose launcher script runs when it is told, and leaves `rokt`. */
export function createPage(rokt: RoktGlobal): { page: HostedPage; runScript: () => void } {
  const script = createDeferred<RoktGlobal>();
  const page: HostedPage = {
    launcher: new PageLauncher(),
    load: () => ({ rokt: script.promise, failure: undefined }),
  };
  return { page, runScript: () => script.resolve(rokt) };
}

/** All who ask in the tests of one file. Who is still there at the end would keep its process alive until its time is over. */
const askers: Asker[] = [];
after(() => {
  for (const asker of askers) asker.leave();
});

/** A page whose SDK is scripted, with those who ask for its launcher. */
export function setUpSources({ isLoaded = true, ...options }: SourcesOptions = {}) {
  const rokt = createScriptedRokt(options);
  const { page, runScript } = createPage(rokt.global);
  if (isLoaded) runScript();
  const ask = (asked: LauncherOptions = {}, timeout = PATIENCE.fact) => {
    const source = createHostedSource({ accountId: '222', ...asked }, {}, page);
    const asker = new Asker(source, createClient({ timeout }));
    askers.push(asker);
    return asker;
  };
  /** A kit asks for the page's launcher, and names it as its own. */
  const kitCreates = async () => {
    const launcher = await rokt.createElsewhere();
    return rokt.made.find((made) => made.launcher === launcher) as ScriptedLauncher;
  };
  return { rokt, ask, living: () => living(rokt), kitCreates, loadScript: runScript };
}

interface SourcesOptions extends ScriptedLauncherOptions {
  /** Whether the launcher script has run already. */
  readonly isLoaded?: boolean;
}

/** Lets every promise that can settle do so. */
export function quiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
