import type { Language } from '../languages.ts';
import type { OfferMessages } from '../messages.ts';
import type { RoktUpsellOffersElement } from '../offers-element.ts';
import { languageFit, toLocale } from './language-fit.ts';

/**
 * Adds the texts of a language to all offers of the page, also to those that are drawn already. Where the page's language is one
 * that they suit, and no others suit better, they are shown. On a server nothing happens.
 *
 * @param tag a BCP 47 language tag: `pt-BR`
 * @param messages the texts, or what makes them for the page's own tag, such as `pt-BR-u-nu-latn`
 */
export function addMessages(
  tag: string,
  messages: Partial<OfferMessages> | ((lang: string) => Partial<OfferMessages>),
): void {
  const language: Language = {
    fit: (lang) => languageFit(tag, lang),
    messages: (lang) => (typeof messages === 'function' ? messages(String(toLocale(lang))) : messages),
  };
  if (typeof customElements === 'undefined') return;
  // By the element, not by an import: a file for a script tag has no other way to the offers, which are in another file.
  void customElements.whenDefined('rokt-upsell-offers').then((element) => {
    (element as typeof RoktUpsellOffersElement).addLanguage(language);
  });
}
