/**
 * @typedef {object} Room
 * @property {string[]} imports the rooms that it may import
 * @property {string[]} [types] the rooms of which it may import types
 * @property {string[]} [packages] the packages that it may import; none unless named
 * @property {boolean} [server] runs on the server: any package, and Node itself
 * @property {string} why what the next reader wants to know when the import is refused
 */

/**
 * The rooms of src/ and the arrows between them; ARCHITECTURE.md draws the same. An import that is not here is refused.
 * @type {Record<string, Room>}
 */
export const rooms = {
  model: { imports: [], why: 'it is pure: no DOM, no clock, no network' },
  contract: { imports: [], packages: ['typebox'], why: 'it is the wire alone: one schema for each body' },
  sdk: { imports: ['model'], why: 'it knows the launcher and nothing above it' },
  selection: {
    imports: ['sdk', 'model'],
    packages: ['typescript-event-target'],
    why: 'it runs one selection and knows no document and no element',
  },
  element: {
    imports: ['selection', 'sdk', 'model'],
    packages: ['@lit/reactive-element'],
    types: ['offers'],
    why: 'whoever loads the element must not load offers, templates or a server; offers come on demand, in load-offers.ts',
  },
  offers: {
    imports: ['sdk', 'model'],
    types: ['contract'],
    packages: ['@lit/reactive-element'],
    why: 'it is a launcher like any other: the element must work the same without it',
  },
  testing: { imports: ['model'], types: ['sdk'], why: 'what tests the launchers shares no code with them' },
  cart: {
    imports: ['model'],
    types: ['element'],
    why: 'it works with any element that keeps the public contract',
  },
  react: {
    imports: ['element'],
    packages: ['react', '@lit/reactive-element'],
    why: 'it hands the element over to React and adds nothing to it',
  },
  client: {
    imports: ['model'],
    types: ['contract'],
    why: 'it has no dependencies and carries an API key: no browser code',
  },
  service: {
    imports: ['contract', 'model'],
    types: ['console'],
    server: true,
    why: 'the server knows the wire and the model, and no browser',
  },
  command: {
    imports: ['service', 'model'],
    server: true,
    why: 'it runs in a terminal: no page loads it, and it prints what the rooms below it know',
  },
  playwright: {
    imports: ['service'],
    server: true,
    why: 'it gives a test the service and its page, by what both show to everybody',
  },
  console: {
    imports: ['offers', 'model'],
    packages: ['lit', 'eventsource-parser'],
    why: 'it is a page of the service for development: what it knows comes over HTTP, and no shop loads it',
  },
  standin: {
    imports: ['offers', 'sdk', 'model'],
    why: 'it shows offers behind the launcher contract',
  },
};

/** What src/index.ts may import: the offers stay out, since the script-tag file without them is made from it. */
export const door = ['element', 'selection', 'sdk', 'model'];
