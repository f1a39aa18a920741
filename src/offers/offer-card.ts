import { actionRow } from './action-row.ts';
import { type CardFace, stateOf } from './card-face.ts';
import { h, type Part, type Wanted } from './draw.ts';
import { formatPrice, priceOf } from './format-price.ts';
import { noticeLine } from './notice-line.ts';
import { isRequired } from './offer-item.ts';
import { picture } from './picture.ts';

/**
 * One offer.
 *
 * @param id tells its ids from those of every other card
 */
export function offerCard(face: CardFace, id: number): Wanted {
  const { item } = face;
  const { cartItem, images } = item.offer;
  const state = stateOf(face);
  const isBusy = item.work === 'pending';
  const settings = {
    class: `card ${state}`,
    part: `card ${state}${isBusy ? busyPart(item.quantity) : ''}`,
    'data-card': face.key,
    'data-cart-item-id': item.cartItemId,
    'data-catalog-item-id': cartItem.catalogItemId,
    'aria-busy': isBusy && 'true',
  };
  const words = [
    h('h3', { id: `name-${id}`, part: 'name', text: cartItem.name }),
    priceLine(face),
    face.layout !== 'compact' && description(face),
    reason(face),
    smallPrint(face),
  ];
  return h(
    'div',
    settings,
    !isRequired(item) && picture(images?.[0]),
    h('div', { class: 'words' }, ...words),
    actionRow(face, state, id),
    noticeLine(face, id),
  );
}

function busyPart(quantity: number): string {
  return quantity > 0 ? ' adding' : ' removing';
}

function priceLine({ item, messages, lang }: CardFace): Wanted {
  const { cartItem, originalPrice, maximum, taxNote } = item.offer;
  const { unitPrice, currency } = cartItem;
  const isReduced = originalPrice !== undefined && originalPrice > unitPrice;
  return h(
    'p',
    { class: 'price', part: 'price' },
    h('strong', { text: priceOf(item.offer, lang) }),
    maximum > 1 && h('span', { text: messages.each }),
    isReduced && h('span', { part: 'was', text: messages.was(formatPrice(originalPrice, currency, lang)) }),
    taxNote !== undefined && h('small', { part: 'tax', text: taxNote }),
  );
}

function description({ item }: CardFace): Part {
  const { description: text } = item.offer.cartItem;
  return Boolean(text) && h('p', { part: 'description', text });
}

function reason({ item }: CardFace): Part {
  const { required } = item.offer;
  return required && h('p', { part: 'reason', text: required.reason });
}

/** Until when it holds, who sells it and on which terms, in view before anything is pressed; where there is little room, the rest can be opened. */
function smallPrint(face: CardFace): Wanted {
  const { seller, terms } = face.item.offer;
  const { messages, layout, ends } = face;
  const more = layout === 'compact' && description(face);
  return h(
    'div',
    { class: 'small', part: 'small-print' },
    Boolean(ends) && h('p', { part: 'ends', text: ends }),
    seller !== undefined && h('p', { part: 'seller', text: seller }),
    terms &&
      h(
        'a',
        { part: 'terms', href: terms.url, target: '_blank', rel: 'noopener' },
        h('span', { text: terms.label ?? messages.terms }),
        h('span', { class: 'unseen', text: ` (${messages.opensNewTab})` }),
      ),
    more && h('details', { part: 'details' }, h('summary', { text: messages.details }), more),
  );
}
