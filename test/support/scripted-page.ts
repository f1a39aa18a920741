import { executeServerCommand } from '@web/test-runner-commands';
import { PATIENCE } from '../../tools/check/patience.mjs';
import { probe } from '../policy/pages.ts';

/** What has happened on a page so far. */
export interface PageState {
  readonly isDefined: boolean;
  readonly phase: string | null;
  readonly code: string | null;
  /** The element's children that a shopper sees: the name of their slot, or `mount`. */
  readonly shown: readonly string[];
  /** All of the element's children, so named. */
  readonly children: readonly string[];
  /** The element's height, px. */
  readonly height: number;
  /** True while an offer can be read on the page. */
  readonly isOffered: boolean;
  /** What can be read in light DOM. */
  readonly text: string;
  readonly events: readonly { readonly type: string; readonly code: string | null; readonly at: number }[];
  /** Policy violations as `directive blockedURI`. */
  readonly violations: readonly string[];
  readonly errors: readonly string[];
  /** What was told by `console.warn`. */
  readonly warnings: readonly string[];
}

/** A page, and the headers that it comes under. */
export interface PageSpec {
  readonly headers?: Readonly<Record<string, string>>;
  readonly html: string;
  /** The frame's `sandbox` attribute. */
  readonly sandbox?: string;
}

/** The origins of the scripted server. */
export interface Origins {
  /** The shop's own. */
  readonly page: string;
  /** Another one. */
  readonly cdn: string;
}

/** Where the scripted server answers. */
export async function scriptedOrigins(): Promise<Origins> {
  return executeServerCommand('script-server');
}

let count = 0;

/** A key that no page before has had: what fails with it fails until it is mended. */
export function freshKey(): string {
  count++;
  return `${Date.now()}-${Math.random()}-${count}`;
}

/** Opens a page of the scripted server in a frame, with the probe as its first script unless `html` has it. */
export async function openPage({ headers = {}, html, sandbox }: PageSpec) {
  const { page, cdn } = await scriptedOrigins();
  const frame = document.createElement('iframe');
  frame.width = '400';
  frame.height = '400';
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  const probed = html.includes('probe.js') ? html : probe(false) + html;
  const filled = await fillIntegrity(probed.replaceAll('{cdn}', cdn), page);
  frame.src = `${page}/page?spec=${encodeURIComponent(JSON.stringify({ headers, html: filled }))}`;
  const scripted = new ScriptedPage(frame, page);
  document.body.append(frame);
  await scripted.opened;
  return scripted;
}

/** `html` with each `{sri /path}` as the integrity of that file. */
async function fillIntegrity(html: string, origin: string): Promise<string> {
  let filled = html;
  for (const [mark, path = ''] of html.matchAll(/\{sri ([^}]+)\}/g)) {
    filled = filled.replace(mark, await integrityOf(origin + path));
  }
  return filled;
}

/** The integrity of a file. */
export async function integrityOf(url: string): Promise<string> {
  const content = await (await fetch(url)).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', content));
  return `sha384-${btoa(String.fromCharCode(...digest))}`;
}

interface Answer {
  readonly id?: string;
  readonly result?: unknown;
  readonly failure?: string;
}

/** A page in a frame: what happens there, and what can be done to it. */
export class ScriptedPage {
  readonly #frame: HTMLIFrameElement;
  readonly #origin: string;
  readonly #listeners = new Set<(answer: Answer) => void>();
  /** Resolves once the page's first script has run; its `load` event waits for scripts that never come. */
  readonly opened: Promise<unknown>;

  constructor(frame: HTMLIFrameElement, origin: string) {
    this.#frame = frame;
    this.#origin = origin;
    this.opened = new Promise((resolve) => this.#listeners.add(resolve));
    window.addEventListener('message', this.#hear);
  }

  /** Does something on the page, by the name that the probe gives it. */
  act<T>(act: string, ...args: readonly unknown[]): Promise<T> {
    const id = freshKey();
    const answered = new Promise<T>((resolve, reject) => {
      const settle = (answer: Answer) => {
        if (answer.id !== id) return;
        this.#listeners.delete(settle);
        if (answer.failure === undefined) resolve(answer.result as T);
        else reject(new Error(`${act}: ${answer.failure}`));
      };
      this.#listeners.add(settle);
    });
    this.#frame.contentWindow!.postMessage({ id, act, args }, '*');
    return answered;
  }

  state(): Promise<PageState> {
    return this.act('state');
  }

  /** The page's state as soon as it `is` so; rejects with the last one when patience is at its end. */
  async until(is: (state: PageState) => boolean): Promise<PageState> {
    const end = Date.now() + PATIENCE.fact;
    let state = await this.state();
    while (!is(state)) {
      if (Date.now() > end) throw new Error(`not within ${PATIENCE.fact} ms: ${JSON.stringify(state)}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
      state = await this.state();
    }
    return state;
  }

  /** What failed with this key works from now on; what was held back is answered. */
  async mend(key: string): Promise<void> {
    await fetch(`${this.#origin}/mend?key=${key}`);
  }

  close(): void {
    window.removeEventListener('message', this.#hear);
    this.#frame.remove();
  }

  readonly #hear = ({ source, data }: MessageEvent<Answer>): void => {
    if (source !== this.#frame.contentWindow) return;
    for (const listener of [...this.#listeners]) listener(data);
  };
}
