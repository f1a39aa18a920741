import { type CardFace, type CardState } from './card-face.ts';
import { h, type Part, type Settings, type Wanted } from './draw.ts';
import { priceOf } from './format-price.ts';
import { isRequired, shortageOf } from './offer-item.ts';
import { icon } from './picture.ts';
import { quantityField } from './quantity-field.ts';

/** What a state has in place of the two buttons. */
const rows: Readonly<Partial<Record<CardState, (face: CardFace, id: number) => readonly Part[]>>> = {
  declined: ({ messages, item }) => [
    state(messages.declined),
    quiet('show', messages.showAgain, `${messages.showAgain}: ${nameOf(item)}`),
  ],
  'sold-out': ({ messages }) => [badge(messages.soldOut)],
  expired: ({ messages }) => [badge(messages.expired)],
  removed: ({ messages, item }) => [
    state(messages.removed),
    quiet('undo', messages.undo, messages.undoRemoval(nameOf(item))),
  ],
  added: heldRow,
  required: heldRow,
  repriced: ({ messages, item }) => [
    wide('keep', messages.keep, messages.keepItem(nameOf(item))),
    !isRequired(item) && wide('remove', messages.remove, messages.removeItem(nameOf(item))),
  ],
};

/**
 * What can be done. The two buttons stay under whatever takes their place, unseen and out of reach: so the card keeps its height,
 * and nothing slides under a thumb.
 */
export function actionRow(face: CardFace, cardState: CardState, id: number): Wanted {
  const row = rows[cardState];
  const isOptional = !isRequired(face.item) && cardState !== shortageOf(face.item);
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
      h('span', { class: 'cost', text: ` ${priceOf(item.offer, lang)}` }),
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
  const { name, quantityMustBeSynchronized } = cartItem;
  const hasField = maximum > 1 && minimum < maximum && !quantityMustBeSynchronized;
  const isFee = isRequired(item);
  const total = messages.total(priceOf(item.offer, lang, item.quantity));
  return [
    hasField && quantityField(face, id),
    h(
      'span',
      { class: 'sum' },
      h(
        'span',
        { class: 'state', part: 'state', tabindex: -1, 'data-focus': isFee && !hasField },
        !isFee && icon('tick'),
        h('span', { text: stateText(face) }),
      ),
      maximum > 1 && h('span', { class: 'total', part: 'total', text: total }),
    ),
    !hasField && !isFee && quiet('remove', messages.remove, messages.removeItem(name)),
  ];
}

/** What stands where there is nothing to press. */
function stateText(face: CardFace): string {
  const { item, messages } = face;
  if (isRequired(item)) return messages.included;
  if (item.offer.cartItem.quantityMustBeSynchronized) return messages.follows(item.quantity);
  return shortageOf(item) && item.quantity < item.offer.maximum ? messages.noneLeft : messages.added;
}

function state(text: string, settings: Settings = {}): Wanted {
  return h('span', { class: 'state', part: 'state', tabindex: -1, ...settings, text });
}

function badge(text: string): Wanted {
  return state(text, { class: 'state badge', 'data-focus': true });
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
