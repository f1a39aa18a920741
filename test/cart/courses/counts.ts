/** How often each thing was noted. */
export class Counts {
  readonly #counts = new Map<string, number>();

  /** Notes it once more; the result tells how often by now. */
  add(name: string): number {
    const count = this.of(name) + 1;
    this.#counts.set(name, count);
    return count;
  }

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }
}
