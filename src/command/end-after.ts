/**
 * Ends the process after so many ms, whatever is under way: what was answered is on the disk, and a delivery that is broken off is
 * done again.
 */
export function endAfter(grace: number, report: (problem: string) => void): void {
  const timer = setTimeout(() => {
    report(`what was under way ${grace / 1_000} s after the signal was broken off`);
    process.exit();
  }, grace);
  // Who is done before ends then.
  timer.unref();
}
