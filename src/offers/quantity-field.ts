import { boundsOf, type CardFace } from './card-face.ts';
import { h, type Wanted } from './draw.ts';
import { isRequired } from './offer-item.ts';
import { icon } from './picture.ts';

/**
 * A quantity between − and +, in the spinbutton pattern. − at 1 takes the item out, and looks like it; at a required minimum it
 * stays in the tab order and says why it does nothing, as + does at the maximum.
 */
export function quantityField(face: CardFace, id: number): Wanted {
  const { item, messages, note } = face;
  const { quantity } = item;
  const { name } = item.offer.cartItem;
  const { lowest, highest } = boundsOf(face);
  const isLowest = quantity <= lowest;
  const isStuck = isRequired(item) && isLowest;
  const isBin = isLowest && !isStuck;
  const isInvalid = note?.kind === 'limit';
  const reason = isStuck ? messages.atMinimum(lowest) : messages.range(lowest, highest);
  const label = messages.quantityOf(name);
  return h(
    'div',
    { class: 'quantity', part: 'quantity', role: 'group', 'aria-label': label },
    h(
      'button',
      {
        part: 'less',
        'aria-label': isBin ? messages.removeItem(name) : messages.removeOne(name),
        'aria-disabled': String(isStuck),
        'aria-describedby': isStuck && `range-${id}`,
      },
      isBin ? icon('bin') : h('span', { text: '−' }),
    ),
    h('input', {
      part: 'input',
      'data-focus': 'keys',
      role: 'spinbutton',
      inputmode: 'numeric',
      autocomplete: 'off',
      'aria-label': label,
      'aria-valuenow': quantity,
      'aria-valuemin': lowest,
      'aria-valuemax': highest,
      'aria-describedby': `range-${id}${isInvalid ? ` notice-${id}` : ''}`,
      'aria-invalid': String(isInvalid),
    }),
    h('button', {
      part: 'more',
      'data-focus': 'pointer',
      'aria-label': messages.addOne(name),
      'aria-disabled': String(quantity >= highest),
      text: '+',
    }),
    h('span', { class: 'unseen', id: `range-${id}`, text: reason }),
  );
}

/** The quantity that a key asks for in the field; undefined for every other key. */
export function quantityByKey(face: CardFace, key: string): number | undefined {
  const { lowest, highest } = boundsOf(face);
  const { quantity } = face.item;
  const quantities: Partial<Record<string, number>> = {
    ArrowUp: quantity + 1,
    ArrowDown: Math.max(quantity - 1, lowest),
    Home: lowest,
    End: highest,
  };
  return quantities[key];
}
