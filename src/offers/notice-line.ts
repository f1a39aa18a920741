import type { CardFace } from './card-face.ts';
import { h, type Part } from './draw.ts';
import { priceOf } from './format-price.ts';
import { icon } from './picture.ts';

/** What a card tells under its controls. */
interface Notice {
  readonly text: string;
  readonly kind: 'trouble' | 'news';
  /** It can be tried again. */
  readonly canRetry?: boolean;
}

/** The one notice that a card has, or none. */
export function noticeLine(face: CardFace, id: number): Part {
  const notice = noticeOf(face);
  if (!notice) return undefined;
  const { messages } = face;
  const { text, kind, canRetry } = notice;
  return h(
    'p',
    { class: `notice ${kind}`, part: 'notice' },
    icon('notice'),
    h('span', { id: `notice-${id}`, text }),
    canRetry && h('button', { class: 'quiet', part: 'retry', text: messages.tryAgain }),
  );
}

function noticeOf(face: CardFace): Notice | undefined {
  const { item, note, wish, messages, lang } = face;
  const { offer, newOffer } = item;
  if (newOffer) {
    const text = messages.priceChanged(priceOf(newOffer, lang), priceOf(offer, lang));
    return { text, kind: 'news' };
  }
  if (note?.text !== undefined) return { text: note.text, kind: 'trouble' };
  if (note?.kind === 'linked') {
    const added = priceOf(offer, lang, item.quantity - note.before);
    // The product has the quantity: the way back is to remove it, which is beside this.
    return { text: messages.nowFollows(item.quantity, `+${added}`), kind: 'news' };
  }
  // What the page does by itself and cannot is no concern of the shopper's.
  if (item.work !== 'failed' || wish === undefined) return undefined;
  const text = messages.workFailed(offer.cartItem.name);
  return { text, kind: 'trouble', canRetry: wish !== item.quantity };
}
