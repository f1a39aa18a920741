// Made from the schemas of src/contract by `npm run wire`.

/** What the partner knows of the page and the shopper, by name; offers are chosen by it. */
export type Attributes = { readonly [name: string]: string };

/** How many: a whole number of at least 1, or the text of one up to 999. */
export type Quantity = number | string;
