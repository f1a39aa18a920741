import type { Conflict, ConnectCartOptions } from './cart.ts';

/** The page's own code, as a connection calls it: a checkout goes on whatever that throws. */
export class PageCode {
  /** What the page says with the newest connection. */
  options: ConnectCartOptions = {};
  /** True while what was thrown is told already. */
  #hasFailed = false;

  /** Does `act`; what it throws is told once, until it works again. */
  attempt(act: () => void): void {
    try {
      act();
      this.#hasFailed = false;
    } catch (error) {
      if (!this.#hasFailed) this.report({ kind: 'cart-failed', error });
      this.#hasFailed = true;
    }
  }

  /** Tells the page's listener; what that throws is its own to hear of. */
  report(conflict: Conflict): void {
    try {
      this.options.onConflict?.(conflict);
    } catch {
      // Nothing of the checkout waits for it.
    }
  }
}
