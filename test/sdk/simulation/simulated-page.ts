import assert from 'node:assert/strict';
import { honours, strictest } from '../../../src/sdk/consent.ts';
import type { HostedPage } from '../../../src/sdk/hosted-source.ts';
import type { ConsentFlags, LauncherOptions, RoktGlobal } from '../../../src/sdk/index.ts';
import { differingOptions } from '../../../src/sdk/launcher-options.ts';
import { createScriptedRokt, type ScriptedLauncher } from '../../../src/testing/index.ts';
import { createPage } from '../../support/hosted-sources.ts';
import { living } from '../../support/living.ts';
import type { Action, Answer } from './scenario.ts';
import { type Run, SimulatedElement } from './simulated-element.ts';

/** An element with what it asked for at some moment. */
interface Asked {
  readonly element: SimulatedElement;
  readonly consent: ConsentFlags;
}

/** A page with elements and Rokt's SDK, which sees to it that what must never be never is. */
export class SimulatedPage {
  readonly elements: SimulatedElement[] = [];
  /** True once launchers have been told to hang in terminate(): the SDK keeps them then. */
  canHang = false;
  readonly #rokt = createScriptedRokt();
  readonly #page: HostedPage;
  readonly #runScript: () => void;
  #answer: Answer = 'makes';
  /** Launchers that are made now hang in terminate(). */
  #areHanging = false;
  #isKitWaiting = false;
  /** What is to be checked once everything is quiet: a fault thrown into the SDK would be taken for the SDK's. */
  #checks: (() => void)[] = [];

  constructor(isLoaded: boolean) {
    const { page, runScript } = createPage(this.#witnessed(this.#rokt.global));
    this.#page = page;
    this.#runScript = runScript;
    if (isLoaded) runScript();
    void this.#watch();
  }

  act(action: Action): void {
    const present = this.elements.filter(({ outcome }) => outcome !== 'none');
    const chosen = 'which' in action ? present[action.which % present.length] : undefined;
    if (action.kind === 'join') this.join(action.options, action.consent, action.timeout);
    else if (action.kind === 'leave') chosen?.leave();
    else if (action.kind === 'select again') chosen?.select();
    else if (action.kind === 'agree') chosen?.agree(action.consent);
    else if (action.kind === 'sdk answers') this.#sdkAnswers(action.answer);
    else if (action.kind === 'launchers terminate') this.#launchersTerminate(action.how);
    else if (action.kind === 'arrive') this.#arrive();
    else if (action.kind === 'script runs') this.#runScript();
    else if (action.kind === 'kit creates') this.#kitCreates();
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
    this.#sdkAnswers('makes');
    this.#runScript();
  }

  /** What holds whenever everything is quiet. */
  check(): void {
    this.#checks.splice(0).forEach((check) => check());
    const ours = living(this.#rokt).filter(({ isForeign }) => !isForeign);
    assert.ok(ours.length <= 1, `${ours.length} launchers of ours live`);
    for (const { isForeign, isTerminatedByPage } of this.#rokt.made) {
      assert.ok(!isForeign || !isTerminatedByPage, 'a foreign launcher was terminated');
    }
    for (const { on } of this.elements) {
      if (!on || on.isForeign || isTerminatedByOthers(on)) continue;
      assert.ok(!on.isTerminated, 'one on a launcher that we terminated was not told');
      assert.ok(honours(on.options, strictestOf(this.#asked())), 'less consent than is asked');
    }
  }

  /** `rokt`, whose calls are noted. */
  #witnessed(rokt: RoktGlobal): RoktGlobal {
    const createLauncher: RoktGlobal['createLauncher'] = (options) => {
      this.#noteCall(options);
      return rokt.createLauncher(options);
    };
    return Object.create(rokt, { createLauncher: { value: createLauncher } }) as RoktGlobal;
  }

  async #watch(): Promise<never> {
    for (;;) {
      const launcher = await this.#rokt.nextLauncher();
      if (this.#areHanging) launcher.holdTermination();
      void this.#watchSelections(launcher);
    }
  }

  async #watchSelections(launcher: ScriptedLauncher): Promise<never> {
    for (;;) {
      const { request } = await launcher.nextSelection();
      this.#noteServed(launcher, request.attributes['run'] as Run);
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
      assert.ok(honours(options, strictestOf(withoutFailed(asked))), 'made with less consent than is asked');
      assert.ok(honours(strictestOf(asked), options), 'made with more restrictions than are asked');
    });
  }

  #noteServed(launcher: ScriptedLauncher, { element, gone }: Run): void {
    if (gone.signal.aborted) return;
    element.on = launcher;
    if (launcher.isForeign) return;
    const asked = this.#asked();
    const differing = differingOptions(launcher.options, element.options);
    this.#checks.push(() => {
      const isStrict = honours(launcher.options, strictestOf(withoutFailed(asked)));
      assert.ok(isStrict, 'served with less consent than is asked');
      const wrong = differing.filter((name) => name.endsWith('Id'));
      assert.deepEqual(wrong, [], 'served for another account or session');
    });
  }

  #sdkAnswers(answer: Answer): void {
    this.#answer = answer;
    if (answer === 'makes') this.#rokt.make();
    else if (answer === 'hangs') this.#rokt.hang();
    else if (answer === 'rejects') this.#rokt.reject();
    else this.#rokt.throwAtOnce();
  }

  /** What was asked for so far is there; later calls fare as before. */
  #arrive(): void {
    const answer = this.#answer;
    this.#sdkAnswers('makes');
    this.#sdkAnswers(answer);
  }

  /** A page has one kit, which asks again only when it was answered. */
  #kitCreates(): void {
    if (this.#isKitWaiting) return;
    this.#isKitWaiting = true;
    const settled = () => {
      this.#isKitWaiting = false;
    };
    this.#rokt.createElsewhere({ accountId: '222' }).then(settled, settled);
  }

  #launchersTerminate(how: 'at once' | 'never'): void {
    this.#areHanging = how === 'never';
    this.canHang ||= this.#areHanging;
  }

  #othersTerminate(): void {
    living(this.#rokt).forEach((launcher) => void launcher.terminateElsewhere());
  }
}

function isTerminatedByOthers({ isTerminated, isTerminatedByPage }: ScriptedLauncher): boolean {
  return isTerminated && !isTerminatedByPage;
}

function strictestOf(asked: readonly Asked[]): ConsentFlags {
  return strictest(asked.map(({ consent }) => consent));
}

/** Who has been refused in the same moment counts, or does not: it learns of it when the moment is over. */
function withoutFailed(asked: readonly Asked[]): Asked[] {
  return asked.filter(({ element }) => element.outcome !== 'failed');
}
