/** Resolves when the process is told to stop; `again` is called when it is told to read its files again. */
export function untilStopped(again?: () => void): Promise<void> {
  if (again) process.on('SIGHUP', again);
  return new Promise((resolve) => {
    const stop = () => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, stop);
      if (again) process.removeListener('SIGHUP', again);
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  });
}
