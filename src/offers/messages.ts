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
  readonly soldOut: string;
  /** In place of the buttons, once an offer has ended. */
  readonly expired: string;
  /** When an offer ends: a time of this day, or a day and a time. */
  readonly until: (time: string) => string;
  /** On an item of the order of which there are no more. */
  readonly noneLeft: string;
  readonly add: (name: string) => string;
  readonly added: string;
  readonly decline: string;
  readonly declined: string;
  readonly showAgain: string;
  readonly remove: string;
  readonly removeItem: (name: string) => string;
  readonly removed: string;
  readonly undo: string;
  readonly undoRemoval: (name: string) => string;
  readonly tryAgain: string;
  readonly addOne: (name: string) => string;
  readonly removeOne: (name: string) => string;
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
  readonly each: string;
  readonly was: (price: string) => string;
  readonly total: (price: string) => string;
  readonly priceChanged: (price: string, before: string) => string;
  /** Agrees to a new price. */
  readonly keep: string;
  readonly keepItem: (name: string) => string;
  readonly terms: string;
  readonly opensNewTab: string;
  /** Opens what an offer's own text says. */
  readonly details: string;
  readonly previous: string;
  readonly next: string;
  readonly position: (place: number, count: number) => string;
  /** The page's own work on the last change did not come off. */
  readonly workFailed: (name: string) => string;
  /** Told to assistive technology, as the next one. */
  readonly announceHeld: (name: string, quantity: number, total: string) => string;
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
