/** Something the reader can put right. It is shown as its one line, never with a stack. */
export class Trouble extends Error {}

/**
 * Runs a command-line program: a `Trouble` ends it with its one line and exit code 1.
 * @param {() => Promise<void>} main
 */
export async function program(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
