/** One command of `rokt-upsell`. */
export interface Command {
  /** What it does, in half a line. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  /**
   * Does it, and returns what is to be printed.
   *
   * @throws {UsageError} when it cannot make sense of `args`
   */
  run(args: readonly string[]): string | Promise<string>;
}

/** The one who called has to write something else: one line, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
