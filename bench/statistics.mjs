/** The middle of some figures. @param {readonly number[]} figures */
export function median(figures) {
  return quantile(figures, 0.5);
}

/** @param {readonly number[]} figures @param {number} share */
export function quantile(figures, share) {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/**
 * How many times as much one took as the other, round by round: both of a round had the same machine.
 *
 * @param {readonly number[]} figures
 * @param {readonly number[]} others
 */
export function ratio(figures, others) {
  return median(figures.map((figure, round) => figure / (others[round] ?? NaN)));
}
