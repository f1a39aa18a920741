/**
 * Does one thing after another: what comes up while something is done waits until that is over, so that whoever is told of
 * a state finds it as it was told.
 */
export function createTurns(): (act: () => void) => void {
  const waiting: (() => void)[] = [];
  let isBusy = false;
  return (act) => {
    waiting.push(act);
    if (isBusy) return;
    isBusy = true;
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) next();
    } finally {
      isBusy = false;
    }
  };
}
