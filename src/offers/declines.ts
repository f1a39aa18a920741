/** What was declined, for as long as the page lives: a declined offer is not asked again in the session. */
const declined = new Set<string>();

/** The products that the shopper has declined, by their keys; kept over a reload where there is an entry in `sessionStorage` for them. */
export class Declines {
  readonly #entry: string | undefined;

  /** @param entry the name of the entry; without one nothing is kept */
  constructor(entry: string | undefined) {
    this.#entry = entry;
    if (entry) for (const key of readKeys(entry)) declined.add(key);
  }

  has(key: string): boolean {
    return declined.has(key);
  }

  set(key: string, isDeclined: boolean): void {
    if (isDeclined) declined.add(key);
    else declined.delete(key);
    if (!this.#entry) return;
    try {
      sessionStorage.setItem(this.#entry, JSON.stringify([...declined]));
    } catch {
      // No storage, or no room in it: it is kept as long as the page lives.
    }
  }
}

function readKeys(entry: string): readonly string[] {
  try {
    const keys: unknown = JSON.parse(sessionStorage.getItem(entry) ?? '[]');
    return Array.isArray(keys) ? keys.map(String) : [];
  } catch {
    // No storage, or something else in it.
    return [];
  }
}
