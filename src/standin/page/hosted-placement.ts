import { expected } from '../../model/index.ts';
import type { PlacementDocument } from '../../offers/index.ts';
import { type Placement, PLACEMENT_CLOSED, PLACEMENT_FAILURE, type Subscriber } from '../../sdk/index.ts';
import type { DrawWish, MannersName } from '../protocol.ts';
import { Frame } from './frame.ts';
import { pageLook, watchLook } from './page-look.ts';
import { Subscribers } from './subscribers.ts';

/** Where a placement goes that names no target. */
export const TARGET = '#rokt-placeholder';

/** What a selection hands to its placements. */
export interface HostedPlacementOptions {
  readonly url: URL;
  readonly document: PlacementDocument;
  readonly manners: MannersName;
  /** All but where it stands. */
  readonly wish: Omit<DrawWish, 'placement' | 'base' | 'look'>;
  /** Also told every message, for the selection as a whole. */
  emit(name: string, event: unknown): void;
}

/** One placement of a selection: a frame of the service's origin in its target. */
export class HostedPlacement implements Placement {
  readonly #options: HostedPlacementOptions;
  readonly #subscribers: Subscribers;
  readonly #end = new AbortController();
  readonly #drawn: Promise<void>;
  #frame: Frame | undefined;
  #isReady: () => void = () => undefined;

  constructor(options: HostedPlacementOptions) {
    this.#options = options;
    this.#subscribers = new Subscribers(options.manners);
    this.#drawn = this.#draw();
    this.#drawn.catch(() => this.#fail());
  }

  on(name: string): Subscriber {
    return this.#subscribers.on(name);
  }

  ready(): Promise<void> {
    return this.#drawn;
  }

  /** Resolves once it was handled, after what it brought was told; rejects once the frame is gone. */
  async send(name: string, data: unknown): Promise<void> {
    if (this.#end.signal.aborted) return;
    await this.#drawn;
    await this.#frame?.call('send', { name, data });
  }

  async close(): Promise<void> {
    if (this.#end.signal.aborted) return;
    this.#end.abort();
    this.#frame?.remove();
    this.#tell(PLACEMENT_CLOSED, {});
  }

  getAlias(): string {
    return this.#options.document.placementId ?? '';
  }

  async #draw(): Promise<void> {
    // Whoever has asked for the placements has the rest of this task to listen in.
    await new Promise((resolve) => setTimeout(resolve));
    if (this.#end.signal.aborted) throw new Error('The placement was closed.');
    const { document: placement, url, wish } = this.#options;
    const target = targetOf(placement.target ?? TARGET);
    const ready = new Promise<void>((resolve) => {
      this.#isReady = resolve;
    });
    const element = frameElement(placement.title);
    const frame = new Frame(url, element, {
      told: (name, event) => this.#hear(name, event),
      resized: (height) => this.#resize(element, height),
    });
    this.#frame = frame;
    target.append(element);
    const look = pageLook(element);
    watchLook(element, this.#end.signal, (now) => void frame.call('look', now).catch(() => undefined));
    await frame.call('draw', { ...wish, placement, base: document.baseURI, look });
    await ready;
  }

  #hear(name: string, event: unknown): void {
    if (this.#end.signal.aborted) return;
    if (name === 'PLACEMENT_READY') this.#isReady();
    if (name === PLACEMENT_FAILURE) this.#fail();
    else this.#tell(name, event);
  }

  #resize(element: HTMLElement, height: number): void {
    element.style.height = `${height}px`;
    this.#tell('PLACEMENT_RESIZE', {});
  }

  /** After a failure the placement closes. */
  #fail(): void {
    if (this.#end.signal.aborted) return;
    this.#tell(PLACEMENT_FAILURE, {});
    void this.close();
  }

  #tell(name: string, event: unknown): void {
    this.#subscribers.tell(name, event);
    this.#options.emit(name, event);
  }
}

function targetOf(selector: string): Element {
  const target = document.querySelector(selector);
  if (target) return target;
  throw new Error(expected('target', 'an element of the document', selector));
}

/** A frame as wide as its target, and as high as it says. */
function frameElement(title: string | undefined): HTMLIFrameElement {
  const element = document.createElement('iframe');
  element.title = title ?? 'Offers';
  element.setAttribute('scrolling', 'no');
  // Its colour is not seen: by it the page's colour scheme is known where the frame stands.
  const style = { display: 'block', width: '100%', height: '0', border: '0', color: 'Canvas' };
  Object.assign(element.style, style);
  return element;
}
