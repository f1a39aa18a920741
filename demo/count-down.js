// @ts-check

/**
 * Tells how much time is left, minutes and seconds, now and with each second: `4:59`; and null at the end.
 * @param {number} left ms
 * @param {(text: string | null) => void} tell
 * @returns {() => void} stops it
 */
export function countDown(left, tell) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  // A clock that nobody sets.
  const end = performance.now() + left;
  const look = () => {
    const rest = end - performance.now();
    if (rest <= 0) return tell(null);
    const seconds = Math.floor(rest / 1_000);
    tell(`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`);
    timer = setTimeout(look, Math.max(rest % 1_000, 20));
  };
  look();
  return () => clearTimeout(timer);
}
