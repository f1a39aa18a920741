import type { Placement, Selection, SelectPlacementsOptions, Subscriber } from '../sdk/index.ts';
import { createDeferred } from './deferred.ts';
import { ScriptedPlacement } from './scripted-placement.ts';
import { ScriptedPort } from './scripted-port.ts';
import type { Stage } from './stage.ts';

/** How a scripted selection goes: opened or refused, with placements or without, until it is closed. */
export abstract class SelectionCourse {
  /** What it was asked for. */
  readonly request: SelectPlacementsOptions;
  /** Only where documented manners are imitated. */
  declare readonly context?: { readonly sessionId: Promise<string> };
  /** True once the page has closed it. */
  isClosed = false;
  protected readonly stage: Stage;
  protected readonly port: ScriptedPort;
  readonly #session = createDeferred<string>();
  readonly #selecting = createDeferred<Selection>();
  readonly #closing = createDeferred<undefined>();
  readonly #found = createDeferred<readonly ScriptedPlacement[]>();
  #placements: readonly ScriptedPlacement[] = [];
  #isAsked = false;

  constructor(request: SelectPlacementsOptions, stage: Stage) {
    this.request = request;
    this.stage = stage;
    this.port = new ScriptedPort(stage.rules.subscribeReturns);
    if (stage.rules.hasContext) this.context = { sessionId: this.#session.promise };
  }

  /** What `selectPlacements` returned to the page. */
  get selecting(): Promise<Selection> {
    return this.#selecting.promise;
  }

  /** The placements: resolves once a test has said what was found, and rejects once it has said that selecting failed. */
  getPlacements(): Promise<readonly Placement[]> {
    if (!this.#isAsked) {
      this.#isAsked = true;
      this.beginToSpeak();
    }
    return this.#found.promise;
  }

  /** Resolves when every placement is ready. */
  async ready(): Promise<void> {
    await Promise.all((await this.#found.promise).map((placement) => placement.ready()));
  }

  /** Where the page can listen to messages of this name. */
  on(name: string): Subscriber {
    return this.port.on(name);
  }

  /** The page closes it. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.#closing.resolve(undefined);
  }

  /** Resolves once the page has closed it. */
  get closed(): Promise<void> {
    return this.#closing.promise;
  }

  /** `selectPlacements` resolves with this selection, or with whatever is given instead. */
  open(instead: unknown = this): void {
    this.#selecting.resolve(instead as Selection);
  }

  /** `selectPlacements` rejects. */
  refuse(reason: unknown = new Error('no selection')): void {
    this.#selecting.reject(reason);
  }

  /** Selection is done: it has found `count` placements, none of which is ready yet. */
  find(count: number): readonly ScriptedPlacement[] {
    const { subscribeReturns } = this.stage.rules;
    const placements = Array.from(
      { length: count },
      () => new ScriptedPlacement(subscribeReturns, this.port),
    );
    this.#placements = placements;
    const ready = Promise.any(placements.map((placement) => placement.ready()));
    ready.then(
      () => this.beReady(),
      () => undefined,
    );
    this.open();
    this.#found.resolve(placements);
    return placements;
  }

  /** Selection is done, and one placement is ready. */
  succeed(): ScriptedPlacement {
    const [placement] = this.find(1) as [ScriptedPlacement];
    placement.becomeReady();
    return placement;
  }

  /** Selection fails after it was opened. */
  fail(reason: unknown = new Error('selection failed')): void {
    this.open();
    this.#found.reject(reason);
  }

  /** The session id becomes known. Throws where the selection has no `context` to tell it by. */
  pair(sessionId: string): void {
    if (!this.context)
      throw new Error('a selection of shipped manners has no context: it tells no session id');
    this.#session.resolve(sessionId);
  }

  /** True once the page has asked for the placements, so that it should be listening. */
  protected get isAsked(): boolean {
    return this.#isAsked;
  }

  /** True once nothing is on the page, or will be. */
  protected get isOver(): boolean {
    const areGone = this.#placements.length > 0 && this.#placements.every(({ isClosed }) => isClosed);
    return this.isClosed || areGone || this.stage.isOver();
  }

  /** The page has asked for the placements. */
  protected abstract beginToSpeak(): void;

  /** The first placement has become ready. */
  protected abstract beReady(): void;
}
