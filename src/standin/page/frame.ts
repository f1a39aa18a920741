import type { CallMessage, Calls, FrameMessage, MannersName } from '../protocol.ts';

/** How long a frame has to load, and then to say that it is there, ms. */
const PATIENCE = { load: 10_000, word: 3_000 };

/** What a frame says first. */
export interface Greeting {
  /** Those of its service. */
  readonly manners: MannersName;
}

/** What a frame says by itself. */
export interface FrameListener {
  told(name: string, event: unknown): void;
  resized(height: number): void;
}

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
}

/** One frame of the service's origin in the page. Only it is heard, and only it is told anything. */
export class Frame {
  /** Rejects where the account or the page is refused, or nothing is heard of the frame. */
  readonly here: Promise<Greeting>;
  readonly #element: HTMLIFrameElement;
  readonly #url: URL;
  readonly #listener: FrameListener | undefined;
  readonly #end = new AbortController();
  readonly #calls = new Map<number, Waiting<unknown>>();
  #greeting!: Waiting<Greeting>;
  #loads = 0;
  #lastId = 0;

  /** @param element is appended at once, by whoever gives it */
  constructor(url: URL, element: HTMLIFrameElement, listener?: FrameListener) {
    this.#url = url;
    this.#element = element;
    this.#listener = listener;
    this.here = new Promise((resolve, reject) => {
      this.#greeting = { resolve, reject };
    });
    // Whoever asks it for something learns of it.
    this.here.catch(() => element.remove());
    const { signal } = this.#end;
    window.addEventListener('message', (message) => this.#hear(message), { signal });
    element.addEventListener('load', () => this.#load(), { signal });
    this.#expect(PATIENCE.load);
    element.src = url.href;
  }

  /** A frame that is not seen. */
  static hidden(url: URL): Frame {
    const element = document.createElement('iframe');
    element.tabIndex = -1;
    element.setAttribute('aria-hidden', 'true');
    element.style.setProperty('display', 'none', 'important');
    const frame = new Frame(url, element);
    document.documentElement.append(element);
    return frame;
  }

  /** Asks the frame. Rejects as it does, and once the frame is gone, whoever has taken it away. */
  async call<Name extends keyof Calls>(
    name: Name,
    wish: Calls[Name]['wish'],
  ): Promise<Calls[Name]['answer']> {
    await this.here;
    const target = this.#element.contentWindow;
    if (!target || this.#end.signal.aborted) throw gone();
    const id = ++this.#lastId;
    const message: CallMessage = { rokt: 'call', id, name, wish };
    const stopWatching = this.#watch();
    try {
      return await new Promise<Calls[Name]['answer']>((resolve, reject) => {
        target.postMessage(message, this.#url.origin);
        this.#calls.set(id, { resolve: resolve as Waiting<unknown>['resolve'], reject });
      });
    } finally {
      this.#calls.delete(id);
      stopWatching();
    }
  }

  /** Takes the frame off the page. */
  remove(): void {
    this.#give(gone());
    this.#element.remove();
  }

  /** Nobody tells of a frame that was taken away, so the document is watched while anybody waits for an answer. */
  #watch(): () => void {
    const observer = new MutationObserver(() => {
      if (!this.#element.isConnected) this.#give(gone());
    });
    observer.observe(document, { childList: true, subtree: true });
    return () => observer.disconnect();
  }

  /** One that is loaded a second time was moved or led elsewhere: it knows nothing any more, or is somebody else's. */
  #load(): void {
    this.#loads += 1;
    if (this.#loads > 1) this.#give(gone());
    else this.#expect(PATIENCE.word);
  }

  #expect(patience: number): void {
    const giveUp = () => this.#give(new Error(`${this.#url.host}: nothing is heard of the frame`));
    const timer = setTimeout(giveUp, patience);
    const stop = () => clearTimeout(timer);
    this.here.then(stop, stop);
  }

  #hear({ source, origin, data }: MessageEvent): void {
    if (source === null || source !== this.#element.contentWindow || origin !== this.#url.origin) return;
    const message = data as FrameMessage;
    if (message.rokt === 'here') this.#greet(message);
    else if (message.rokt === 'answer') this.#settle(message);
    else if (message.rokt === 'told') this.#listener?.told(message.name, message.event);
    else this.#listener?.resized(message.height);
  }

  #greet({ isRefused, manners }: FrameMessage & { rokt: 'here' }): void {
    if (isRefused) this.#give(new Error('The account is not known, or does not allow this page.'));
    else this.#greeting.resolve({ manners });
  }

  #settle({ id, fault, answer }: FrameMessage & { rokt: 'answer' }): void {
    const waiting = this.#calls.get(id);
    if (fault === undefined) waiting?.resolve(answer);
    else waiting?.reject(new Error(fault));
  }

  /** The frame is of no more use. */
  #give(reason: Error): void {
    this.#end.abort();
    this.#greeting.reject(reason);
    for (const { reject } of this.#calls.values()) reject(reason);
  }
}

function gone(): Error {
  return new Error('The frame is gone.');
}
