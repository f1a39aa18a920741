const INTERVAL = 10;

/** What `look` gives, as soon as it gives something; undefined where it is over before. */
export async function watchFor<T>(look: () => T | undefined, isOver: () => boolean): Promise<T | undefined> {
  for (;;) {
    const seen = look();
    if (seen || isOver()) return seen;
    await pause(INTERVAL);
  }
}

/** Resolves in `ms`. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
