/** How often each outcome came: a suite that never meets one proves nothing of it. */
export class OutcomeCount {
  readonly #counts = new Map<string, number>();

  add(operation: string, codes: readonly string[]): void {
    for (const code of codes) {
      const outcome = `${operation} ${code}`;
      this.#counts.set(outcome, (this.#counts.get(outcome) ?? 0) + 1);
    }
  }

  /** Those of `outcomes` that never came. */
  missing(outcomes: readonly string[]): string[] {
    return outcomes.filter((outcome) => !this.#counts.has(outcome));
  }

  toString(): string {
    return [...this.#counts]
      .sort()
      .map(([outcome, count]) => `${String(count).padStart(8)}  ${outcome}`)
      .join('\n');
  }
}
