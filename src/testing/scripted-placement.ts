import type { Placement, Subscriber } from '../sdk/index.ts';
import { createDeferred } from './deferred.ts';
import { ScriptedPort, type SubscribeReturns } from './scripted-port.ts';

/** One placement whose fate a test decides. What it says is heard at its selection too. */
export class ScriptedPlacement implements Placement {
  readonly #port: ScriptedPort;
  readonly #selectionPort: ScriptedPort;
  readonly #closing = createDeferred<undefined>();
  readonly #ready = createDeferred<undefined>();
  /** True once the page or a test has closed it. */
  isClosed = false;

  constructor(returns: SubscribeReturns, selectionPort: ScriptedPort) {
    this.#port = new ScriptedPort(returns);
    this.#selectionPort = selectionPort;
  }

  on(name: string): Subscriber {
    return this.#port.on(name);
  }

  async send(): Promise<void> {
    // Wishes come by the selection.
  }

  ready(): Promise<unknown> {
    return this.#ready.promise;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.#closing.resolve(undefined);
  }

  /** Resolves once the page or a test has closed it. */
  get closed(): Promise<void> {
    return this.#closing.promise;
  }

  /** It has loaded. */
  becomeReady(): void {
    this.#ready.resolve(undefined);
  }

  /** It does not load. */
  failToLoad(reason: unknown = new Error('the placement did not load')): void {
    this.#ready.reject(reason);
  }

  /** The shopper closes it. */
  closeByShopper(): void {
    void this.close();
    this.emit('PLACEMENT_CLOSED');
  }

  /** Sends the page a message. */
  emit(name: string, body: unknown = {}): void {
    this.#port.emitEvent(name, { body });
    this.#selectionPort.emitEvent(name, { body });
  }

  /** How many listen to `name`. */
  listenerCount(name: string): number {
    return this.#port.listenerCount(name);
  }
}
