import {
  createScriptedRokt,
  type ScriptedLauncher,
  type ScriptedSelection,
} from '../../../src/testing/index.ts';

// A launcher script as Rokt hosts one, served as /support/page/launcher.js. What it does is in its URL, as `does`, until the
// page under test says otherwise.

/** What the page under test does to its launcher script. */
interface LauncherScript {
  behave(behaviour: string): void;
  /** Whether a launcher was asked for. */
  isAsked(): boolean;
  hasSelected(): boolean;
  terminate(): Promise<unknown>;
}

declare global {
  interface Window {
    launcherScript: LauncherScript;
    /** What it was told to do before it was there. */
    launcherBehaviour?: string;
  }
}

const rokt = createScriptedRokt();
let behaviour = 'ok';
let selections = 0;

function behave(next: string): void {
  behaviour = next;
  if (behaviour === 'launcher-rejects') rokt.reject(new Error('unknown account'));
  else if (behaviour === 'launcher-never') rokt.hang();
  else rokt.make();
}

async function serveLaunchers(): Promise<never> {
  for (;;) void serveSelections(await rokt.nextLauncher());
}

async function serveSelections(launcher: ScriptedLauncher): Promise<never> {
  for (;;) {
    const selection = await launcher.nextSelection();
    selections += 1;
    // A page goes through thousands of them.
    void selection.closed.then(() => rokt.clearHistory());
    serve(selection);
  }
}

function serve(selection: ScriptedSelection): void {
  const isNever = behaviour === 'selection-never' || (behaviour === 'first-never' && selections === 1);
  if (isNever) selection.open();
  else if (behaviour === 'selection-rejects') selection.fail(new Error('the request failed'));
  else if (behaviour === 'no-placements') selection.find(0);
  else show(selection);
}

function show(selection: ScriptedSelection): void {
  const [placement] = selection.find(1);
  const target = document.querySelector('#rokt-placeholder');
  if (!target || behaviour === 'placement-fails') {
    placement?.failToLoad(new Error('the frame did not load'));
    return;
  }
  const drawn = document.createElement('p');
  drawn.textContent = 'Add parking';
  target.append(drawn);
  placement?.becomeReady();
  void Promise.race([selection.closed, placement?.closed]).then(() => drawn.remove());
}

const script = document.currentScript as HTMLScriptElement;
behave(window.launcherBehaviour ?? new URL(script.src).searchParams.get('does') ?? behaviour);
void serveLaunchers();
window.Rokt = rokt.global;
window.launcherScript = {
  behave,
  isAsked: () => rokt.calls.length > 0,
  hasSelected: () => selections > 0,
  terminate: () => Promise.all(rokt.made.map((launcher) => launcher.terminateElsewhere())),
};
