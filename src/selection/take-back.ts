import { type CartItem, type ItemRef, UpsellError } from '../model/index.ts';
import type { WorkListener, WorkState } from './item-works.ts';
import type { Ledger } from './ledger.ts';
import type { SelectionRun } from './selection-run.ts';
import { createUpdateRequest, type UpdateRequest } from './update-request.ts';

export interface TakeBackOptions {
  readonly ledger: () => Ledger;
  /** The selection that runs, or ran last. */
  readonly run: () => SelectionRun | undefined;
  /** Takes up a request, to be sent when its turn comes. */
  readonly request: (request: UpdateRequest) => void;
}

/** Takes changes back that the page's own cart has refused, and shows our own launcher how the work goes. */
export class TakeBack implements WorkListener {
  readonly #options: TakeBackOptions;

  constructor(options: TakeBackOptions) {
    this.#options = options;
  }

  tell(ref: ItemRef, state: WorkState, selection: object): void {
    const run = this.#options.run();
    if (run === selection) run.open?.showWork(ref, state);
  }

  takeBack(ref: ItemRef, taken: CartItem | null, selection: object, signal: AbortSignal): void {
    const { ledger, run } = this.#options;
    ledger().inTurn(() => {
      if (signal.aborted) return;
      const { phase } = ledger().state;
      const isOn = run() === selection && (phase === 'ready' || phase === 'loading');
      if (isOn) this.#ask(ref, taken?.quantity ?? 0, signal);
      else this.#keep(ref, taken);
    });
  }

  /** The placement is asked, once. */
  #ask(ref: ItemRef, quantity: number, signal: AbortSignal): void {
    const { ledger, request } = this.#options;
    const { cartItemId = '', ...product } = ledger().items.nameOf(ref);
    const fail = (error: Error) =>
      ledger().inTurn(() =>
        ledger().tell({ type: 'update-failed', detail: { cartItemId, ...product, quantity, error } }),
      );
    const asked = createUpdateRequest({ cartItemId, quantity }, { signal, isRollBack: true });
    request(asked);
    asked.promise.then(
      ({ outcome }) => {
        if (outcome !== 'applied')
          fail(new UpsellError('update-refused', 'the placement keeps its quantity'));
      },
      (error: unknown) => {
        // A newer change has made it needless.
        if (!signal.aborted) fail(error as Error);
      },
    );
  }

  /** There is no placement to ask any more: what was taken is what is held, and what the next selection is told. */
  #keep(ref: ItemRef, taken: CartItem | null): void {
    const { ledger, run } = this.#options;
    run()?.held.correct(ref, taken?.quantity ?? 0);
    ledger().replace(ref, taken, 'selection');
  }
}
