import type { CallMessage, Calls, FrameMessage, MannersName } from '../protocol.ts';

/** How long a frame has to say that it is there, ms. */
const PATIENCE = 10_000;

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** What a frame says by itself. */
export interface FrameListener {
  told(name: string, event: unknown): void;
  resized(height: number): void;
}

/** One frame of the service's origin in the page. Only it is heard, and only it is told anything. */
export class Frame {
  /** Resolves with what it has said first; rejects where the account or the page is refused, or nothing is heard of it. */
  readonly here: Promise<{ readonly manners: MannersName }>;
  readonly element: HTMLIFrameElement;
  readonly #origin: string;
  readonly #listener: FrameListener | undefined;
  readonly #end = new AbortController();
  readonly #waiting = new Map<number, Waiting>();
  readonly #greeting: Waiting;
  #isHere = false;
  #lastId = 0;

  /** A frame for an element of its caller's, who appends it at once. */
  constructor(url: URL, element: HTMLIFrameElement, listener?: FrameListener) {
    this.#origin = url.origin;
    this.#listener = listener;
    let greeting!: Waiting;
    this.here = new Promise((resolve, reject) => {
      greeting = { resolve: resolve as Waiting['resolve'], reject };
    });
    this.#greeting = greeting;
    this.here.catch(() => undefined);
    this.element = element;
    this.element.src = url.href;
    const { signal } = this.#end;
    window.addEventListener('message', (message) => this.#hear(message), { signal });
    const timer = setTimeout(() => this.#give(new Error(`${url.host}: the frame is not there`)), PATIENCE);
    signal.addEventListener('abort', () => clearTimeout(timer));
    this.here.then(
      () => clearTimeout(timer),
      () => undefined,
    );
  }

  /** A frame that is not seen. */
  static hidden(url: URL): Frame {
    const element = document.createElement('iframe');
    element.title = '';
    element.tabIndex = -1;
    element.setAttribute('aria-hidden', 'true');
    element.style.setProperty('display', 'none', 'important');
    const frame = new Frame(url, element);
    ((document.body as HTMLElement | null) ?? document.documentElement).append(element);
    return frame;
  }

  /** Asks the frame. Rejects as it does, and once the frame is gone, whoever has taken it away. */
  async call<Name extends keyof Calls>(
    name: Name,
    wish: Calls[Name]['wish'],
  ): Promise<Calls[Name]['answer']> {
    await this.here;
    const target = this.element.contentWindow;
    if (!target || this.#end.signal.aborted) throw gone();
    const id = ++this.#lastId;
    const message: CallMessage = { rokt: 'call', id, name, wish };
    const stopWatching = this.#watch();
    try {
      return await new Promise((resolve, reject) => {
        target.postMessage(message, this.#origin);
        this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      });
    } finally {
      this.#waiting.delete(id);
      stopWatching();
    }
  }

  /** Takes the frame off the page. */
  remove(): void {
    this.#give(gone());
    this.element.remove();
  }

  /** Nobody tells of a frame that was taken away, so the document is watched while anybody waits for an answer. */
  #watch(): () => void {
    const observer = new MutationObserver(() => {
      if (!this.element.isConnected) this.#give(gone());
    });
    observer.observe(document, { childList: true, subtree: true });
    return () => observer.disconnect();
  }

  #hear({ source, origin, data }: MessageEvent): void {
    if (source === null || source !== this.element.contentWindow || origin !== this.#origin) return;
    const message = data as FrameMessage;
    if (message.rokt === 'here') this.#greet(message);
    else if (message.rokt === 'answer') this.#settle(message);
    else if (message.rokt === 'told') this.#listener?.told(message.name, message.event);
    else this.#listener?.resized(message.height);
  }

  /** A frame that is there a second time was moved, and knows nothing any more. */
  #greet({ isRefused, manners }: FrameMessage & { rokt: 'here' }): void {
    if (this.#isHere) return this.#give(gone());
    this.#isHere = true;
    if (isRefused) this.#give(new Error('The account is not known, or does not allow this page.'));
    else this.#greeting.resolve({ manners });
  }

  #settle({ id, fault, answer }: FrameMessage & { rokt: 'answer' }): void {
    const waiting = this.#waiting.get(id);
    if (fault === undefined) waiting?.resolve(answer);
    else waiting?.reject(new Error(fault));
  }

  /** The frame is of no more use. */
  #give(reason: Error): void {
    this.#end.abort();
    this.#greeting.reject(reason);
    for (const { reject } of this.#waiting.values()) reject(reason);
  }
}

function gone(): Error {
  return new Error('The frame is gone.');
}
