import type { UpsellError } from '../model/index.ts';
import type { ConsentFlags } from './consent.ts';
import { reportFixedOptions } from './fixed-options.ts';
import type { Launcher, LauncherOptions, RoktGlobal } from './launcher.ts';
import type { LauncherClient } from './launcher-source.ts';
import type { LauncherTerms } from './launcher-terms.ts';
import type { OwnLauncher } from './own-launchers.ts';

interface Waiting {
  readonly rokt: RoktGlobal;
  serve(launcher: Launcher): void;
  refuse(error: UpsellError): void;
}

/** One who counts for the page's launcher. */
export class LauncherMember implements LauncherTerms {
  readonly client: LauncherClient;
  readonly options: LauncherOptions;
  consent: ConsentFlags;
  /** The launcher of ours that it has been given. */
  on: OwnLauncher | undefined;
  #waiting: Waiting | undefined;

  constructor(client: LauncherClient, options: LauncherOptions, consent: ConsentFlags) {
    this.client = client;
    this.options = options;
    this.consent = consent;
  }

  /** What it waits to be given a launcher by; undefined where it does not wait. */
  get waitsFor(): RoktGlobal | undefined {
    return this.#waiting?.rokt;
  }

  /** Waits for a launcher that `rokt` gives. */
  wait(rokt: RoktGlobal): Promise<Launcher> {
    return new Promise((serve, refuse) => {
      this.#waiting = { rokt, serve, refuse };
    });
  }

  serve(launcher: Launcher): void {
    this.#waiting?.serve(launcher);
    this.#waiting = undefined;
  }

  /** Gives it a launcher of ours, which was made without the options `fixed`. */
  serveOwn(own: OwnLauncher, fixed: readonly string[]): void {
    this.on = own;
    this.serve(own.launcher);
    reportFixedOptions(fixed, "the page's launcher is in use and keeps its own", this.client);
  }

  refuse(error: UpsellError): void {
    this.#waiting?.refuse(error);
    this.#waiting = undefined;
  }
}
