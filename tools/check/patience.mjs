/**
 * How long checks and tests wait before they give up, ms. A limit is reached on failure only, so it costs nothing to give
 * a loaded machine its time; whoever is inside another one has less of it, so that it is the inner one that tells.
 */
export const PATIENCE = {
  /** Of a test for something that has to come true. */
  fact: 60_000,
  /** Of one test. */
  test: 120_000,
  /** Of a browser that starts, and of a page that opens there. */
  start: 180_000,
  /** Of all tests of one file. */
  file: 600_000,
  /** Of all tests of one file that installs what it tests. */
  install: 1_800_000,
  /** Of one command of a step of `npm test`. */
  command: 3_600_000,
};
