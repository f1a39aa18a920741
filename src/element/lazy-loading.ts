import { onceInView } from './in-view.ts';

/** How near the viewport `loading="lazy"` selects. */
const MARGIN = '200px';

/** Tells once an element has come near the viewport. */
export class LazyLoading {
  readonly #element: Element;
  readonly #arrive: () => void;
  #isNear = false;
  #stop: (() => void) | undefined;

  constructor(element: Element, arrive: () => void) {
    this.#element = element;
    this.#arrive = arrive;
  }

  /** True while the element has not been near; it is watched from the first time this is asked. */
  get isWaiting(): boolean {
    if (this.#isNear) return false;
    this.#stop ??= onceInView(this.#element, true, MARGIN, () => {
      this.#isNear = true;
      this.#arrive();
    });
    return true;
  }

  /** Starts over. */
  reset(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#isNear = false;
  }
}
