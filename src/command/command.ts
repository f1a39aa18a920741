/** Writes a text and a line end for the one who called. */
export type Print = (text: string) => void;

/** One command of `rokt-upsell`. */
export interface Command {
  /** What `--help` prints. */
  readonly help: string;
  /**
   * Does it, and resolves when it is done.
   *
   * @throws {UsageError} when it cannot make sense of `args`
   * @throws {CommandError} when what was asked cannot be done
   */
  run(args: readonly string[], print: Print): void | Promise<void>;
}

/** The one who called has to write something else: one line, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What was asked is clear and cannot be done: its message alone, exit code 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
