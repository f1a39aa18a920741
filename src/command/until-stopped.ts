const signals = ['SIGINT', 'SIGTERM'] as const;

/** Resolves when the process is told to stop. Called before it says that it is ready: whoever reads that may stop it at once. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      for (const signal of signals) process.off(signal, stop);
      resolve();
    };
    for (const signal of signals) process.on(signal, stop);
  });
}
