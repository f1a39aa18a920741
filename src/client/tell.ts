/** Tells a hook what happens. Its own failure is none of the call's. */
export function tell<Event>(hook: ((event: Event) => unknown) | undefined, event: Event): void {
  void (async () => hook?.(event))().catch(() => undefined);
}
