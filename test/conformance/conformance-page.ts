import { PATIENCE } from '../../tools/check/patience.mjs';
import type { RoktUpsellElement } from '../../src/element/index.ts';
import type { RoktGlobal } from '../../src/sdk/index.ts';
import {
  createScriptedRokt,
  type ScriptedLauncher,
  type ScriptedSelection,
} from '../../src/testing/index.ts';

/** What each scene of a conformance page is drawn from. */
export interface Scenes {
  /** Bound as plain attributes. */
  attributes: { accountId: string; identifier: string | undefined; timeout: number };
  /** Bound as properties, in the framework's usual way. */
  properties: { placementAttributes: object; launcherOptions?: object; launcher: object };
  booleans: { sandbox: boolean; noTargeting: boolean };
  /** Every event of the element, bound in every spelling that the framework has. */
  events: Record<string, never>;
  /** The page's own mount node, with the items in it, and a slot. */
  children: { items: readonly string[]; failed: string };
  remount: { shown: boolean };
}

/** What a conformance page offers as `window.conformance`. Its promises resolve when the framework has rendered. */
export interface ConformanceApi {
  /** Renders a scene; called again with the same one, renders it again in place with the new state. */
  show<Name extends keyof Scenes>(scene: Name, state: Scenes[Name]): Promise<void>;
  /** Takes the scene off the page. */
  hide(): Promise<void>;
  /** Defines the tag, on a page that was opened with `?define=late`. */
  define(): Promise<unknown>;
  /** What the framework's own event bindings got; `handler` names the spelling. */
  readonly heard: readonly { readonly type: string; readonly handler: string }[];
  launcher(): ScriptedLauncher;
}

type PageWindow = Window & {
  readonly conformance?: ConformanceApi;
  Rokt?: RoktGlobal;
};

/** A framework's conformance page, in a frame. */
export class ConformancePage {
  readonly #frame: HTMLIFrameElement;
  /** What the page has thrown or logged as an error. */
  readonly errors: string[] = [];

  private constructor(frame: HTMLIFrameElement) {
    this.#frame = frame;
  }

  /** @param url the page's, with what its query asks for */
  static async open(url: string): Promise<ConformancePage> {
    const { ok } = await fetch(url);
    if (!ok) throw new Error(`expected a built page at ${url}, found none: npm test -- --only examples`);
    const frame = document.createElement('iframe');
    frame.src = url;
    frame.width = '600';
    frame.height = '600';
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const page = new ConformancePage(frame);
    await page.until(() => page.#window.conformance !== undefined);
    page.#window.addEventListener('error', ({ message }) => page.errors.push(message));
    return page;
  }

  close(): void {
    this.#frame.remove();
  }

  get #window(): PageWindow {
    return this.#frame.contentWindow as PageWindow;
  }

  get api(): ConformanceApi {
    return this.#window.conformance!;
  }

  get document(): Document {
    return this.#frame.contentDocument!;
  }

  /** The element of the scene; throws when there is not exactly one. */
  get element(): RoktUpsellElement {
    const elements = this.document.querySelectorAll('rokt-upsell');
    if (elements.length !== 1) throw new Error(`expected one rokt-upsell, found ${elements.length}`);
    return elements[0]!;
  }

  /** Renders a scene, or the same one again, and waits until the element has acted on it. */
  async show<Name extends keyof Scenes>(scene: Name, state: Scenes[Name]): Promise<void> {
    await this.api.show(scene, state);
    await this.settle();
  }

  async define(): Promise<void> {
    await this.api.define();
    await this.settle();
  }

  /** A launcher of the page's, given to the element by hand, and the selection that it was asked for and has filled. */
  async fill(): Promise<ScriptedSelection> {
    const scripted = this.api.launcher();
    this.element.launcher = scripted.launcher;
    return this.succeed(scripted);
  }

  /** The next selection of a launcher, with one placement ready. */
  async succeed(scripted: ScriptedLauncher): Promise<ScriptedSelection> {
    const selection = await scripted.nextSelection();
    selection.succeed();
    await this.until(() => this.element.phase === 'ready');
    return selection;
  }

  /** The options of each launcher that Rokt's own global is asked for, which stands there in place of the script. */
  rokt(): readonly object[] {
    const rokt = createScriptedRokt();
    this.#window.Rokt = rokt.global;
    return rokt.calls;
  }

  /** Waits until the element has acted on all that was set. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve));
    await this.document.querySelector('rokt-upsell')?.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
  }

  /** Resolves once it `is` so; rejects when patience is at its end. */
  async until(is: () => boolean): Promise<void> {
    for (
      const end = Date.now() + PATIENCE.fact;
      !is();
      await new Promise((resolve) => setTimeout(resolve, 10))
    ) {
      if (Date.now() > end) throw new Error(`not within ${PATIENCE.fact} ms: ${String(is)}`);
    }
  }
}
