import { boundsOf, type CardFace, type CardState } from './card-face.ts';
import { h, type Part, type Settings, type Wanted } from './draw.ts';
import { formatPrice } from './format-price.ts';
import { isSoldOut } from './offer-item.ts';
import { icon } from './picture.ts';
import { quantityField } from './quantity-field.ts';

/** What a state has in place of the two buttons. */
const rows: Readonly<Partial<Record<CardState, (face: CardFace, id: number) => readonly Part[]>>> = {
  declined: ({ messages, item }) => [
    state(messages.declined),
    quiet('show', messages.showAgain, `${messages.showAgain}: ${nameOf(item)}`),
  ],
  'sold-out': ({ messages }) => [state(messages.soldOut, { class: 'state badge', 'data-focus': true })],
  removed: ({ messages, item }) => [
    state(messages.removed),
    quiet('undo', messages.undo, messages.undoRemoval(nameOf(item))),
  ],
  added: heldRow,
  required: heldRow,
  repriced: ({ messages, item }) => [
    wide('keep', messages.keep, messages.keepItem(nameOf(item))),
    wide('remove', messages.remove, messages.removeItem(nameOf(item))),
  ],
};

/**
 * What can be done. The two buttons stay under whatever takes their place, unseen and out of reach: so the card keeps its height,
 * and nothing slides under a thumb.
 */
export function actionRow(face: CardFace, cardState: CardState, id: number): Wanted {
  const row = rows[cardState];
  const isOptional = cardState !== 'required' && cardState !== 'sold-out';
  return h(
    'div',
    { class: 'actions' },
    isOptional && ask(face, id, cardState !== 'available'),
    row && h('div', { class: 'row' }, ...row(face, id), h('i', { class: 'spinner' })),
  );
}

/** The two buttons, of one size. The one that adds says what that costs. */
function ask({ item, messages, lang }: CardFace, id: number, isOver: boolean): Wanted {
  const { cartItem, positiveResponseText, negativeResponseText } = item.offer;
  const described = { 'aria-describedby': `name-${id}` };
  return h(
    'div',
    { class: 'row ask', inert: isOver },
    h(
      'button',
      { class: 'accept', part: 'accept', 'data-focus': !isOver, ...described },
      h('span', { text: positiveResponseText ?? messages.add(cartItem.name) }),
      h('span', { class: 'cost', text: ` ${formatPrice(cartItem.unitPrice, cartItem.currency, lang)}` }),
    ),
    h('button', {
      class: 'decline',
      part: 'decline',
      ...described,
      text: negativeResponseText ?? messages.decline,
    }),
  );
}

/** An item that is in the order: its quantity, what it costs, and the way out where there is one. */
function heldRow(face: CardFace, id: number): readonly Part[] {
  const { item, messages, lang } = face;
  const { cartItem, minimum, maximum } = item.offer;
  const { name, unitPrice, currency, quantityMustBeSynchronized } = cartItem;
  const hasField = maximum > 1 && minimum < maximum && !quantityMustBeSynchronized;
  const isRequired = minimum > 0;
  const total = messages.total(formatPrice(unitPrice, currency, lang, item.quantity));
  return [
    hasField && quantityField(face, id),
    h(
      'span',
      { class: 'sum' },
      h(
        'span',
        { class: 'state', part: 'state', tabindex: -1, 'data-focus': isRequired && !hasField },
        !isRequired && icon('tick'),
        h('span', { text: stateText(face) }),
      ),
      maximum > 1 && h('span', { class: 'total', part: 'total', text: total }),
    ),
    !hasField && !isRequired && quiet('remove', messages.remove, messages.removeItem(name)),
  ];
}

/** What stands where there is nothing to press. */
function stateText(face: CardFace): string {
  const { item, messages } = face;
  if (item.offer.minimum > 0) return messages.included;
  if (item.offer.cartItem.quantityMustBeSynchronized) return messages.follows(item.quantity);
  return isSoldOut(item) && boundsOf(face).highest < item.offer.maximum ? messages.noneLeft : messages.added;
}

function state(text: string, settings: Settings = {}): Wanted {
  return h('span', { class: 'state', part: 'state', tabindex: -1, ...settings, text });
}

function quiet(part: string, text: string, label: string): Wanted {
  return h('button', { class: 'quiet', part, 'data-focus': true, 'aria-label': label, text });
}

function wide(part: string, text: string, label: string): Wanted {
  const isKeep = part === 'keep';
  const kind = isKeep ? 'accept' : 'decline';
  return h('button', { class: kind, part, 'data-focus': isKeep, 'aria-label': label, text });
}

function nameOf({ offer }: CardFace['item']): string {
  return offer.cartItem.name;
}
