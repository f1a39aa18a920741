import assert from 'node:assert/strict';
import { type ConsentFlags, consentIn, honours, strictest } from '../../../src/sdk/consent.ts';
import type { HostedPage } from '../../../src/sdk/hosted-source.ts';
import type { LauncherOptions, RoktGlobal } from '../../../src/sdk/launcher.ts';
import { differingOptions } from '../../../src/sdk/launcher-terms.ts';
import { PageLauncher } from '../../../src/sdk/page-launcher.ts';
import { createDeferred } from '../../../src/testing/deferred.ts';
import { type MadeLauncher, ScriptedRokt } from '../../support/scripted-rokt.ts';
import type { Action } from './scenario.ts';
import { SimulatedElement } from './simulated-element.ts';

/** An element with what it asked for at some moment. */
interface Asked {
  readonly element: SimulatedElement;
  readonly consent: ConsentFlags;
}

/** A page with elements and Rokt's SDK, which sees to it that what must never be never is. */
export class SimulatedPage {
  readonly rokt = new ScriptedRokt();
  readonly elements: SimulatedElement[] = [];
  /** True once launchers have been told to hang in terminate(): the SDK keeps them then. */
  canHang = false;
  readonly #script = createDeferred<RoktGlobal>();
  readonly #page: HostedPage;
  /** Launchers that somebody else has terminated. */
  readonly #endedByOthers = new Set<MadeLauncher>();
  /** What is to be checked once everything is quiet: a fault thrown into the SDK would be taken for the SDK's. */
  #checks: (() => void)[] = [];

  constructor(isLoaded: boolean) {
    this.#page = {
      launcher: new PageLauncher(),
      load: () => ({ rokt: this.#script.promise, failure: undefined }),
    };
    this.rokt.onCall = (options) => this.#noteCall(options);
    this.rokt.onSelect = (made, { attributes }) => {
      this.#noteServed(made, attributes['element'] as SimulatedElement);
    };
    if (isLoaded) this.#script.resolve(this.rokt);
  }

  act(action: Action): void {
    const { rokt } = this;
    const present = this.elements.filter(({ outcome }) => outcome !== 'none');
    const chosen = 'which' in action ? present[action.which % present.length] : undefined;
    if (action.kind === 'join') this.join(action.options, action.consent, action.timeout);
    else if (action.kind === 'leave') chosen?.leave();
    else if (action.kind === 'select again') chosen?.select();
    else if (action.kind === 'agree') chosen?.agree(action.consent);
    else if (action.kind === 'sdk answers') rokt.answer = action.answer;
    else if (action.kind === 'launchers terminate') this.#launchersTerminate(action.how);
    else if (action.kind === 'arrive') rokt.arrive();
    else if (action.kind === 'script runs') this.#script.resolve(rokt);
    else if (action.kind === 'kit creates') rokt.kitCreates({ accountId: '222' }).catch(() => undefined);
    else this.#othersTerminate();
  }

  join(options: LauncherOptions, consent: ConsentFlags, timeout: number): SimulatedElement {
    const element = new SimulatedElement(this.#page, options, consent, timeout);
    this.elements.push(element);
    element.select();
    return element;
  }

  /** From now on nothing fails or hangs. */
  calm(): void {
    this.rokt.answer = 'gives';
    this.rokt.arrive();
    this.#script.resolve(this.rokt);
  }

  /** What holds whenever everything is quiet. */
  check(): void {
    this.#checks.splice(0).forEach((check) => check());
    const ours = this.rokt.living.filter(({ isKits }) => !isKits);
    assert.ok(ours.length <= 1, `${ours.length} launchers of ours live`);
    for (const made of this.rokt.made) {
      const isUntouched = !made.isKits || !made.isEnding || this.#endedByOthers.has(made);
      assert.ok(isUntouched, 'a foreign launcher was terminated');
    }
    for (const { on } of this.elements) {
      if (!on || on.isKits || this.#endedByOthers.has(on)) continue;
      assert.ok(!on.scripted.isTerminated, 'one on a launcher that we terminated was not told');
      assert.ok(honours(consentIn(on.options), strictestOf(this.#asked())), 'less consent than is asked');
    }
  }

  #asked(): Asked[] {
    const counting = this.elements.filter(({ counts }) => counts);
    return counting.map((element) => ({ element, consent: element.consent }));
  }

  #noteCall(options: LauncherOptions): void {
    const asked = this.#asked();
    const isAsked = asked.some(({ element }) => differingOptions(element.options, options).length === 0);
    this.#checks.push(() => {
      assert.ok(isAsked, 'a launcher is made for one who has left');
      const consent = consentIn(options);
      assert.ok(honours(consent, strictestOf(withoutFailed(asked))), 'made with less consent than is asked');
      assert.ok(honours(strictestOf(asked), consent), 'made with more restrictions than are asked');
    });
  }

  #noteServed(made: MadeLauncher, element: SimulatedElement): void {
    element.on = made;
    if (made.isKits) return;
    const asked = this.#asked();
    const wrong = differingOptions(made.options, element.options).filter((name) => name.endsWith('Id'));
    this.#checks.push(() => {
      const isStrict = honours(consentIn(made.options), strictestOf(withoutFailed(asked)));
      assert.ok(isStrict, 'served with less consent than is asked');
      assert.deepEqual(wrong, [], 'served for another account or session');
    });
  }

  #launchersTerminate(how: 'at once' | 'never'): void {
    this.rokt.termination = how;
    if (how === 'never') this.canHang = true;
  }

  #othersTerminate(): void {
    for (const made of this.rokt.living) {
      this.#endedByOthers.add(made);
      made.launcher.terminate?.().catch(() => undefined);
    }
  }
}

function strictestOf(asked: readonly Asked[]): ConsentFlags {
  return strictest(asked.map(({ consent }) => consent));
}

/** Who has been refused in the same moment counts, or does not: it learns of it when the moment is over. */
function withoutFailed(asked: readonly Asked[]): Asked[] {
  return asked.filter(({ element }) => element.outcome !== 'failed');
}
