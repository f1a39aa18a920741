/** Tells a hook what happens. Its own failure is none of the call's. */
export async function tell<Event>(
  hook: ((event: Event) => unknown) | undefined,
  event: Event,
): Promise<void> {
  try {
    await hook?.(event);
  } catch {
    // Whoever listens only listens.
  }
}
