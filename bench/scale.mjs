/**
 * How much is measured.
 *
 * @typedef {typeof full} Scale
 */

/** What the figures of BENCHMARKS.md are measured by. */
export const full = {
  isSmoke: false,
  /** Rounds that count. */
  rounds: 15,
  /** Rounds that count for nothing, before those. A service runs for weeks: what V8 compiles first is no part of its figures. */
  warmUp: 5,
  /** Calls of the service in a round. */
  count: 400,
  /** Live holds. */
  holds: 1_000_000,
  /** Messages that wait for a provider. */
  waiting: 100_000,
  /** Messages that wait for a provider who is down: as many as an hour of its absence leaves. */
  leftBehind: 20_000,
  /** Checkouts in a round while a provider is down. */
  checkouts: 200,
  /** Messages that are delivered in a round. */
  delivered: 300,
  /** Elements that come and go. */
  elements: 1_000,
  /** Updates through an element in a round. */
  updates: 2_000,
  /** Kills of the service. */
  kills: 50,
  /** Generated requests. */
  requests: 10_000,
};

/** What shows that each table can be made; its figures say nothing. @type {Scale} */
export const smoke = {
  ...full,
  isSmoke: true,
  rounds: 1,
  warmUp: 0,
  count: 32,
  holds: 1_000,
  waiting: 1_000,
  leftBehind: 200,
  checkouts: 16,
  delivered: 60,
  elements: 50,
  updates: 100,
  kills: 1,
  requests: 100,
};
