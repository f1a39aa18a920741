import { english, type OfferMessages } from './messages.ts';

/** Texts that a page has added. */
export interface Language {
  /** How well they suit a page in `lang`; 0 is not at all, 2 its language of no region. */
  readonly fit: (lang: string) => number;
  /** The texts for a page in `lang`; what is left out is said in English. */
  readonly messages: (lang: string) => Partial<OfferMessages>;
}

/** What offers say on a page in `lang`: what the page says itself, else the language that suits best, the first of equals; else English. */
export function messagesFor(
  lang: string,
  languages: readonly Language[],
  own?: Partial<OfferMessages> | null,
): OfferMessages {
  let best = /^en\b/i.test(lang) ? 2 : 0;
  let texts: Partial<OfferMessages> = {};
  for (const language of languages) {
    const fit = language.fit(lang);
    if (fit <= best) continue;
    best = fit;
    texts = language.messages(lang);
  }
  const messages: Record<string, unknown> = { ...english, ...(!best && { direction: '' }), ...texts };
  for (const [name, text] of Object.entries(own ?? {})) {
    // A text of another kind than ours would break the drawing.
    if (typeof text === typeof messages[name]) messages[name] = text;
  }
  return messages as unknown as OfferMessages;
}
