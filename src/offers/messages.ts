/** Every word that the offers say, apart from the catalogue's own; one object a language. */
export interface OfferMessages {
  readonly heading: string;
  readonly required: string;
  readonly soldOut: string;
  readonly add: (name: string) => string;
  readonly added: string;
  readonly decline: string;
  readonly declined: string;
  readonly showAgain: string;
  readonly remove: string;
  readonly removeItem: (name: string) => string;
  readonly addOne: (name: string) => string;
  readonly removeOne: (name: string) => string;
  readonly quantityOf: (name: string) => string;
  readonly range: (minimum: number, maximum: number) => string;
  readonly atMinimum: (minimum: number) => string;
  readonly invalid: (typed: string, lowest: number, maximum: number, canRemove: boolean) => string;
  readonly follows: (quantity: number) => string;
  readonly each: string;
  readonly was: (price: string) => string;
  readonly total: (price: string) => string;
  readonly terms: string;
  readonly opensNewTab: string;
  /** The page's own work on the last change did not come off. */
  readonly workFailed: (name: string) => string;
  readonly announceHeld: (name: string, quantity: number, total: string) => string;
  readonly announceRemoved: (name: string) => string;
}

/** What offers say in English. */
export const english: OfferMessages = {
  heading: 'Add to your order',
  required: 'Required',
  soldOut: 'Sold out',
  add: (name) => `Add ${name}`,
  added: 'Added',
  decline: 'No, thanks',
  declined: 'Not added',
  showAgain: 'Show again',
  remove: 'Remove',
  removeItem: (name) => `Remove ${name}`,
  addOne: (name) => `Add one ${name}`,
  removeOne: (name) => `Remove one ${name}`,
  quantityOf: (name) => `Quantity of ${name}`,
  range: (minimum, maximum) => `From ${minimum} to ${maximum}`,
  atMinimum: (minimum) => `At least ${minimum} is required`,
  invalid: (typed, lowest, maximum, canRemove) =>
    `“${typed}” is not possible: choose ${lowest} to ${maximum}${canRemove ? ', or 0 to remove' : ''}`,
  follows: (quantity) => `Quantity ${quantity}, as in your cart`,
  each: 'each',
  was: (price) => `was ${price}`,
  total: (price) => `Total ${price}`,
  terms: 'Terms',
  opensNewTab: 'opens in a new tab',
  workFailed: (name) => `${name}: your change was not saved, please try again`,
  announceHeld: (name, quantity, total) => `${name}: ${quantity} in your order, ${total}`,
  announceRemoved: (name) => `${name} removed from your order`,
};
