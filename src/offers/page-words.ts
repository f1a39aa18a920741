import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { type Language, messagesFor } from './languages.ts';
import { english } from './messages.ts';
import { nearestLang, toLanguageTag, runsAsItsLanguage, watchLang } from './nearest-lang.ts';
import type { OffersListener } from './offers-listener.ts';
import type { OffersPage } from './offers-page.ts';
import type { Wording } from './spoken-words.ts';

/** Offers that are drawn. */
type Host = ReactiveControllerHost &
  Element & { readonly page: OffersPage | undefined; readonly listener: OffersListener | undefined };

const languages: Language[] = [];
/** The words of all offers on the page. */
const living = new Set<PageWords>();

/** Adds texts in another language, for all offers of the page. */
export function addLanguage(language: Language): void {
  languages.push(language);
  for (const words of living) words.redraw();
}

/** The words that offers are drawn with: they are drawn anew when the language above them changes, or what the page says. */
export class PageWords implements ReactiveController, Wording {
  lang: string | undefined;
  messages = english;
  /** Which way they run, where that is not as the page does. */
  direction: '' | 'ltr' | 'rtl' = '';
  readonly #host: Host;
  readonly #pageWatch = { hostUpdated: () => this.redraw() };
  #own: OffersPage['messages'];
  /** How many languages there were when the words were chosen; before that, fewer than none. */
  #count = -1;
  #stopWatching: (() => void) | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    living.add(this);
    this.#stopWatching = watchLang(this.#host, () => this.redraw());
    this.#host.page?.addController?.(this.#pageWatch);
    // Where it has been moved to, another language may be spoken.
    this.redraw();
  }

  hostDisconnected(): void {
    living.delete(this);
    this.#stopWatching?.();
    this.#host.page?.removeController?.(this.#pageWatch);
  }

  hostUpdate(): void {
    const own = this.#host.page?.messages;
    const lang = toLanguageTag(nearestLang(this.#host));
    // As long as the words are the same object, cards that say nothing new are not drawn.
    if (lang !== this.lang || own !== this.#own || languages.length !== this.#count) {
      Object.assign(this, { lang, messages: messagesFor(lang ?? '', languages, own) });
      this.#own = own;
      this.#count = languages.length;
      this.#host.listener?.languageChanged();
    }
    this.direction = runsAsItsLanguage(this.#host) ? this.messages.direction : '';
  }

  redraw(): void {
    this.#host.requestUpdate();
  }
}
