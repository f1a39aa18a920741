// @ts-check
import { setText } from './dom.js';

/**
 * Shows in the `[data-left]` part of `place` how much time is left, minutes and seconds.
 * @param {HTMLElement} place
 * @returns {(left?: number, over?: () => void) => void} starts anew with `left` ms, and calls `over` at the end; without, stops
 */
export function countDown(place) {
  const shown = place.querySelector('[data-left]');
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return (left, over) => {
    clearTimeout(timer);
    if (left === undefined) return;
    // A clock that nobody sets.
    const end = performance.now() + left;
    const show = () => {
      const rest = end - performance.now();
      if (rest <= 0) return over?.();
      const seconds = Math.floor(rest / 1_000);
      setText(shown, `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`);
      timer = setTimeout(show, Math.max(rest % 1_000, 20));
    };
    show();
  };
}
