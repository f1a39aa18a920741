import { createHostedSource, type HostedPage } from '../../../src/sdk/hosted-source.ts';
import type { ConsentFlags, LauncherOptions, LauncherSource } from '../../../src/sdk/index.ts';
import type { ScriptedLauncher } from '../../../src/testing/index.ts';
import { acquireAs } from '../../support/launcher-client.ts';

/** One selection of an element, until it has ended. */
export interface Run {
  readonly element: SimulatedElement;
  readonly gone: AbortController;
  readonly source: LauncherSource;
}

let count = 0;

/** An element as far as a launcher is concerned: it selects, selects anew when it is told to, and leaves. */
export class SimulatedElement {
  readonly id = ++count;
  readonly options: LauncherOptions;
  consent: ConsentFlags;
  /** The launcher that its selection was asked of. */
  on: ScriptedLauncher | undefined;
  outcome: 'none' | 'waiting' | 'served' | 'failed' = 'none';
  readonly #timeout: number;
  readonly #page: HostedPage;
  #run: Run | undefined;

  constructor(page: HostedPage, options: LauncherOptions, consent: ConsentFlags, timeout: number) {
    this.#page = page;
    this.options = options;
    this.consent = consent;
    this.#timeout = timeout;
  }

  /** Whether what it asks for counts. */
  get counts(): boolean {
    return this.outcome === 'waiting' || this.outcome === 'served';
  }

  /** Starts a selection; the one before it has ended. */
  select(): void {
    this.leave();
    const options = { ...this.options, ...this.consent };
    const source = createHostedSource(options, {}, this.#page);
    const run = { element: this, gone: new AbortController(), source };
    this.#run = run;
    this.outcome = 'waiting';
    this.#serve(run).catch(() => {
      if (this.#run === run) this.#end('failed');
    });
  }

  leave(): void {
    this.#end('none');
  }

  agree(consent: ConsentFlags): void {
    this.consent = consent;
    this.#run?.source.setConsent?.(consent);
  }

  async #serve(run: Run): Promise<void> {
    const launcher = await acquireAs(
      {
        signal: run.gone.signal,
        timeout: this.#timeout,
        renewed: () => {
          if (this.#run === run) this.select();
        },
        report: () => undefined,
        leave: () => run.gone.abort(),
      },
      run.source,
    );
    if (this.#run !== run) return;
    this.outcome = 'served';
    // Its selection is under way for the rest of the time.
    await launcher.selectPlacements({ attributes: { run } });
  }

  #end(outcome: 'none' | 'failed'): void {
    this.on = undefined;
    this.outcome = outcome;
    this.#run?.gone.abort();
    this.#run = undefined;
  }
}
