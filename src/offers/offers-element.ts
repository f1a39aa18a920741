import { OffersView } from './offers-view.ts';

/**
 * The offers of one placement, drawn by the first-party launcher.
 *
 * @tag rokt-upsell-offers
 *
 * @csspart offers - The whole placement.
 * @csspart heading - Its heading.
 * @csspart required-heading - The heading over what is part of every order.
 * @csspart card - One offer; also `available`, `added`, `removed`, `declined`, `sold-out`, `expired`, `repriced` or `required`, and
 *   `adding` or `removing` while the page works on it.
 * @csspart image - The tile with the offer's image.
 * @csspart name - The offer's name.
 * @csspart description - The offer's description.
 * @csspart reason - Why a required offer has to be paid.
 * @csspart price - The price of one, what it was, and the note on tax.
 * @csspart was - What it cost before.
 * @csspart tax - The note on tax.
 * @csspart small-print - End, seller, terms and, in a compact list, what can be opened.
 * @csspart ends - Until when the offer holds.
 * @csspart seller - Who sells it.
 * @csspart terms - The link to the terms.
 * @csspart details - What can be opened in a compact list.
 * @csspart accept - The button that adds.
 * @csspart decline - The button that declines.
 * @csspart decline-all - The one button of a compact list that declines what is open.
 * @csspart state - What has become of the offer.
 * @csspart quantity - The quantity with − and +.
 * @csspart less - −, or the bin.
 * @csspart input - The quantity.
 * @csspart more - +.
 * @csspart total - The price of all.
 * @csspart remove - The button that removes.
 * @csspart undo - The button that takes a change back.
 * @csspart show - The button that takes declining back.
 * @csspart keep - The button that keeps an item at its new price.
 * @csspart retry - The button that tries a change again.
 * @csspart notice - What there is to tell under the controls.
 * @csspart previous - The button to the offer before, in a carousel.
 * @csspart position - Which of the offers is in view, in a carousel.
 * @csspart next - The button to the next offer, in a carousel.
 *
 * @cssprop [--rokt-upsell-surface=#fff or #1d1b21] - Behind a card.
 * @cssprop [--rokt-upsell-surface-2=#f4f3f6 or #29262e] - Behind an image, and a badge.
 * @cssprop [--rokt-upsell-text=#1c1b1f or #f1eff4] - Text on a card.
 * @cssprop [--rokt-upsell-text-muted=#5c5a63 or #b4b0bb] - Text of less weight.
 * @cssprop [--rokt-upsell-heading=inherit] - The headings.
 * @cssprop [--rokt-upsell-border=#dedbe2 or #3b3742] - Around a card.
 * @cssprop [--rokt-upsell-control-border=#85828c or #85808e] - Around a button or a field.
 * @cssprop [--rokt-upsell-accent=the text's] - The accept button.
 * @cssprop [--rokt-upsell-on-accent=the surface's] - Text on the accent.
 * @cssprop [--rokt-upsell-focus=the text's] - The ring around what has the focus.
 * @cssprop [--rokt-upsell-success=#0b6b40 or #74d8a4] - That something is added.
 * @cssprop [--rokt-upsell-selected-surface=#eef6f1 or #1c2b24] - Behind a card that is added.
 * @cssprop [--rokt-upsell-danger=#a3260f or #ffb4a0] - Why something was not taken.
 * @cssprop [--rokt-upsell-font=inherit] - The font family.
 * @cssprop [--rokt-upsell-font-size=1rem] - The size of text.
 * @cssprop [--rokt-upsell-heading-size=1.2em] - The size of the heading.
 * @cssprop [--rokt-upsell-name-weight=600] - The weight of a name.
 * @cssprop [--rokt-upsell-price-size=1.125em] - The size of a price.
 * @cssprop [--rokt-upsell-small-size=max(13px, .8125em)] - The size of the small print.
 * @cssprop [--rokt-upsell-button-weight=600] - The weight of a button's words.
 * @cssprop [--rokt-upsell-radius=12px] - The corners of a card.
 * @cssprop [--rokt-upsell-button-radius=8px] - The corners of a button.
 * @cssprop [--rokt-upsell-image-radius=8px] - The corners of an image.
 * @cssprop [--rokt-upsell-border-width=1px] - The lines around cards, buttons and fields.
 * @cssprop [--rokt-upsell-shadow=none] - The shadow of a card.
 * @cssprop [--rokt-upsell-padding=16px] - Space within a card.
 * @cssprop [--rokt-upsell-gap=12px] - Space between cards.
 * @cssprop [--rokt-upsell-image-size=72px] - The size of an image.
 * @cssprop [--rokt-upsell-control-size=44px] - The least size of what can be pressed.
 * @cssprop [--rokt-upsell-button-max=16rem] - The greatest width of a button.
 * @cssprop [--rokt-upsell-duration=160ms] - How long a change of colour takes.
 * @cssprop [--rokt-upsell-easing=cubic-bezier(.2, 0, 0, 1)] - How it runs.
 */
export class RoktUpsellOffersElement extends OffersView {}

/** Defines the element once a document, by whichever copy of this file comes first. */
export function defineOffersElement(): void {
  if (!customElements.get('rokt-upsell-offers'))
    customElements.define('rokt-upsell-offers', RoktUpsellOffersElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'rokt-upsell-offers': RoktUpsellOffersElement;
  }
}
