import type { CartItem } from '../model/index.ts';
import { createDeferred } from './deferred.ts';

/** What a selection does with a message when a test says so. */
export interface SendActions {
  answer(answer: Partial<CartItem>): void;
  handle(): void;
}

/** One message that the page sent; it is answered, settled, both in any order, or neither. */
export class ScriptedSend {
  /** The name of the message. */
  readonly name: string;
  /** What the page sent with it, as it gave it. */
  readonly data: unknown;
  readonly #sent = createDeferred<undefined>();
  readonly #actions: SendActions;

  constructor(name: string, data: unknown, actions: SendActions) {
    this.name = name;
    this.data = data;
    this.#actions = actions;
  }

  /** What `send()` returned to the page. */
  get promise(): Promise<void> {
    return this.#sent.promise;
  }

  /** `send()` resolves, which says nothing of whether the wish took effect. */
  resolve(): void {
    this.#sent.resolve(undefined);
  }

  /** `send()` rejects. */
  reject(reason: unknown = new Error('no placement handled it')): void {
    this.#sent.reject(reason);
  }

  /** The placement's message comes: as wished, or with another quantity, or under another id. */
  answer(answer: Partial<CartItem> = {}): void {
    this.#actions.answer(answer);
  }

  /** The placements do with it what their manners say, which may be nothing, and `send()` resolves. */
  handle(): void {
    this.#actions.handle();
    this.resolve();
  }
}
