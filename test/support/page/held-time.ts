import { VirtualTime } from '../virtual-time.ts';

// For a page under test, before its other scripts, served as /support/page/held-time.js: what takes ten seconds or more
// passes when the test says so.

declare global {
  interface Window {
    heldTime: VirtualTime;
  }
}

window.heldTime = new VirtualTime({ goingOn: 10_000 });
window.heldTime.install();
