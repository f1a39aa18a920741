const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Calls `stop` once, when a person or a machine ends this program: by a signal, or by ending the npm that started it,
 * which passes signals to its shell only.
 * @param {() => void} stop
 * @returns {() => void} leaves everything alone again
 */
export function onEnd(stop) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent) end();
  }, 500).unref();
  const forget = () => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, end);
  };
  const end = () => {
    forget();
    stop();
  };
  for (const signal of signals) process.on(signal, end);
  return forget;
}
