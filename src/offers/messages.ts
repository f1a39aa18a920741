/** Every word that the offers say, apart from the catalogue's own. A page may set any of them, by its `messages`. */
export interface OfferMessages {
  /** How the texts run, where no `dir` of the page is as near as its `lang`; empty: as the page does. */
  readonly direction: 'ltr' | 'rtl' | '';
  /** Over offers that have no title. */
  readonly heading: string;
  /** Over what is part of every order. */
  readonly required: string;
  /** On such an item, where its quantity is fixed. */
  readonly included: string;
  /** In place of the buttons, where there are no more. */
  readonly soldOut: string;
  /** In place of the buttons, once an offer has ended. */
  readonly expired: string;
  /** When an offer ends: a time of this day, or a day and a time. */
  readonly until: (time: string) => string;
  /** On an item of the order of which there are no more. */
  readonly noneLeft: string;
  /** On the button that adds an item, where the offer has no words for it. */
  readonly add: (name: string) => string;
  /** On an item that is in the order. */
  readonly added: string;
  /** On the button that declines an offer that has no words for it, and on the one that declines all. */
  readonly decline: string;
  /** On an offer that was declined. */
  readonly declined: string;
  /** On the button that takes this back. */
  readonly showAgain: string;
  /** On the button that takes an item out of the order. */
  readonly remove: string;
  /** What assistive technology calls that button, and what the shopper agrees to by it. */
  readonly removeItem: (name: string) => string;
  /** On an item that was just taken out. */
  readonly removed: string;
  /** On the button that puts it back. */
  readonly undo: string;
  /** What assistive technology calls that button. */
  readonly undoRemoval: (name: string) => string;
  /** On the button that repeats a change that did not come off. */
  readonly tryAgain: string;
  /** What assistive technology calls +. */
  readonly addOne: (name: string) => string;
  /** What assistive technology calls −. */
  readonly removeOne: (name: string) => string;
  /** What assistive technology calls the field of the quantity; also in what the shopper agrees to. */
  readonly quantityOf: (name: string) => string;
  /** What can be typed; also said of what was typed and cannot be. */
  readonly range: (lowest: number, maximum: number) => string;
  /** Why − does nothing on a required item. */
  readonly atMinimum: (minimum: number) => string;
  /** Why + does nothing. */
  readonly atMaximum: (maximum: number) => string;
  /** On an item whose quantity is that of a product in the cart. */
  readonly follows: (quantity: number) => string;
  /** The same, when the cart has just changed it. */
  readonly nowFollows: (quantity: number, total: string) => string;
  /** After the price, where more than one can be had. */
  readonly each: string;
  /** What one cost before, where that was more. */
  readonly was: (price: string) => string;
  /** What an item costs at its quantity. */
  readonly total: (price: string) => string;
  /** The price has changed since the item was added: the new one, and the one at which it is held. */
  readonly priceChanged: (price: string, before: string) => string;
  /** Agrees to a new price. */
  readonly keep: string;
  /** What assistive technology calls that button, and what the shopper agrees to by it. */
  readonly keepItem: (name: string) => string;
  /** On the link to the terms of an offer, where the offer has no words for it. */
  readonly terms: string;
  /** Added to that link for assistive technology. */
  readonly opensNewTab: string;
  /** Opens what an offer's own text says. */
  readonly details: string;
  /** What assistive technology calls the button back, in a carousel. */
  readonly previous: string;
  /** What assistive technology calls the button on, in a carousel. */
  readonly next: string;
  /** Which offer a carousel shows, from 1, and of how many. */
  readonly position: (place: number, count: number) => string;
  /** The page's own work on the last change did not come off. */
  readonly workFailed: (name: string) => string;
  /** Told to assistive technology, as the next one. */
  readonly announceHeld: (name: string, quantity: number, total: string) => string;
  /** The same, of an item that is in the order no more. */
  readonly announceRemoved: (name: string) => string;
}

/** What offers say in English, and where no other language has a word. */
export const english: OfferMessages = {
  direction: 'ltr',
  heading: 'Add to your order',
  required: 'Required',
  included: 'Included in every order',
  soldOut: 'Sold out',
  expired: 'Offer ended',
  until: (time) => `Ends ${time}`,
  noneLeft: 'No more available',
  add: (name) => `Add ${name}`,
  added: 'Added',
  decline: 'No, thanks',
  declined: 'Not added',
  showAgain: 'Show again',
  remove: 'Remove',
  removeItem: (name) => `Remove ${name}`,
  removed: 'Removed',
  undo: 'Undo',
  undoRemoval: (name) => `Undo: keep ${name}`,
  tryAgain: 'Try again',
  addOne: (name) => `Add one ${name}`,
  removeOne: (name) => `Remove one ${name}`,
  quantityOf: (name) => `Quantity of ${name}`,
  range: (lowest, maximum) => `You can add ${lowest} to ${maximum}.`,
  atMinimum: (minimum) => `At least ${minimum} is part of every order.`,
  atMaximum: (maximum) => `Maximum ${maximum} per order`,
  follows: (quantity) => `${quantity} – one for each in your cart`,
  nowFollows: (quantity, total) => `Now ${quantity}, one for each in your cart: ${total}`,
  each: 'each',
  was: (price) => `was ${price}`,
  total: (price) => `Total ${price}`,
  priceChanged: (price, before) => `Price is now ${price} (was ${before})`,
  keep: 'Accept',
  keepItem: (name) => `Accept ${name}`,
  terms: 'Terms',
  opensNewTab: 'opens in a new tab',
  details: 'Details',
  previous: 'Previous offer',
  next: 'Next offer',
  position: (place, count) => `${place} of ${count}`,
  workFailed: (name) => `${name}: that change was not saved.`,
  announceHeld: (name, quantity, total) => `${name}: ${quantity} in your order, ${total}`,
  announceRemoved: (name) => `${name} removed from your order`,
};
