import { onceInView } from './in-view.ts';

/** How near the viewport `loading="lazy"` selects. */
const MARGIN = '200px';

/** Tells once an element has come near the viewport. */
export interface LazyLoading {
  /** True while the element has not been near; it is watched from the first time this is asked. */
  isWaiting(): boolean;
  /** Starts over. */
  reset(): void;
}

/** Watches `element` from the first time that it is asked; `arrive` is called once, when it has come near. */
export function createLazyLoading(element: Element, arrive: () => void): LazyLoading {
  let isNear = false;
  let stop: (() => void) | undefined;
  return {
    isWaiting() {
      stop ??= onceInView(element, true, MARGIN, () => {
        isNear = true;
        arrive();
      });
      return !isNear;
    },
    reset() {
      stop?.();
      stop = undefined;
      isNear = false;
    },
  };
}
