// A launcher script as Rokt hosts one. What it does is in its URL, as `does`, until the test says otherwise.
{
  window.launcherBehaviour ??= new URL(document.currentScript.src).searchParams.get('does') ?? 'ok';
  const behaves = (name) => window.launcherBehaviour === name;
  const never = () => new Promise(() => undefined);
  const launchers = [];
  let current;
  let selections = 0;

  const port = { on: () => ({ subscribe: () => () => undefined }), send: async () => undefined };
  const openSelection = () => {
    const drawn = document.createElement('p');
    selections++;
    const isFirst = selections === 1;
    const placement = {
      ...port,
      ready: async () => {
        if (behaves('placement-fails')) throw new Error('the frame did not load');
        drawn.textContent = 'Add parking';
        document.querySelector('#rokt-placeholder').append(drawn);
      },
      close: async () => drawn.remove(),
    };
    return {
      ...placement,
      setAttributes: async () => undefined,
      getPlacements: async () => {
        if (behaves('selection-rejects')) throw new Error('the request failed');
        if (behaves('selection-never') || (behaves('first-never') && isFirst)) return never();
        return behaves('no-placements') ? [] : [placement];
      },
    };
  };

  const createLauncher = async () => {
    if (behaves('launcher-rejects')) throw new Error('unknown account');
    if (behaves('launcher-never')) return never();
    let isTerminated = false;
    const launcher = {
      async selectPlacements() {
        if (isTerminated) throw new Error('this launcher was terminated');
        return openSelection();
      },
      async terminate() {
        isTerminated = true;
        current = undefined;
      },
    };
    launchers.push(launcher);
    return launcher;
  };
  window.Rokt = {
    /** One launcher a page, until it is terminated or could not be made. */
    createLauncher() {
      if (current) return current;
      current = createLauncher();
      current.catch(() => {
        current = undefined;
      });
      return current;
    },
    hasSelected: () => selections > 0,
    terminateAll: () => Promise.all(launchers.map((launcher) => launcher.terminate())),
  };
}
