import { expect } from '@open-wc/testing';
import { mountReady, mountUpsell, reached, settled } from '../support/mount-upsell.ts';

const proxies = new WeakMap<object, object>();

/** An object as Vue's `reactive()`, MobX and Svelte's `$state` give it: a proxy, and one for each object within. */
function reactive<T extends object>(target: T): T {
  const known = proxies.get(target) as T | undefined;
  if (known) return known;
  const proxy = new Proxy(target, {
    get(of, name, receiver) {
      const value: unknown = Reflect.get(of, name, receiver);
      const isPlain = Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';
      return isPlain ? reactive(value as object) : value;
    },
  });
  proxies.set(target, proxy);
  return proxy;
}

/** What frameworks keep of a value beside it: it refers back to itself. */
class Ref {
  readonly value = 'x';
  readonly dep: object = { sub: this };
}

const cycle: Record<string, unknown> = { name: 'round' };
cycle['self'] = cycle;

/** An attribute, and what becomes of it. */
const PLAIN: Record<string, [unknown, unknown]> = {
  'a date': [new Date(0), '1970-01-01T00:00:00.000Z'],
  'a date deeper down': [{ at: [new Date(0)] }, { at: ['1970-01-01T00:00:00.000Z'] }],
  'a function': [() => 1, undefined],
  'a function deeper down': [{ a: 1, format: () => 1 }, { a: 1 }],
  undefined: [undefined, undefined],
  null: [null, null],
  'a symbol': [Symbol('x'), undefined],
  'a node': [document.createElement('p'), undefined],
  'a URL': [new URL('https://shop.example/a'), 'https://shop.example/a'],
  'an object of a class': [
    new (class Seat {
      row = 3;
    })(),
    { row: 3 },
  ],
  'an object without prototype': [Object.assign(Object.create(null) as object, { row: 3 }), { row: 3 }],
  'a number as an object': [Object(3), 3],
  'an empty object': [{}, {}],
  'an empty list': [[], []],
};

/** Attributes of which JSON would keep nothing, or cannot. */
const REFUSED: Record<string, unknown> = {
  'a BigInt': 3n,
  'a BigInt deeper down': { seats: [3n] },
  'a cycle': cycle,
  'a ref of a framework': new Ref(),
  'a Map': new Map([['a', 1]]),
  'a Map deeper down': { seats: new Map() },
  'a Set': new Set([1]),
  'the data of a form': new FormData(),
  'what a URL asks': new URLSearchParams('a=1'),
  'an expression': /x/,
  'a promise': Promise.resolve(1),
  'an error': new Error('theirs'),
  'what throws when read': {
    get total(): number {
      throw new Error('theirs');
    },
  },
};

describe('placement attributes as frameworks hold them', () => {
  for (const wrap of [reactive, <T>(value: T) => value]) {
    const how = wrap === reactive ? 'in proxies' : 'as they are';
    for (const [what, [value, kept]] of Object.entries(PLAIN)) {
      it(`are plain data for the launcher where they hold ${what}, ${how}`, async () => {
        const { rokt } = await mountUpsell({ placementAttributes: wrap({ eventId: '1', value }) });
        const { attributes } = (await rokt.nextSelection()).request;
        expect(structuredClone(attributes)).to.deep.equal({
          eventId: '1',
          ...(kept !== undefined && { value: kept }),
        });
      });
    }

    for (const [what, value] of Object.entries(REFUSED)) {
      it(`are invalid by the name of the one that holds ${what}, ${how}`, async () => {
        const { element, rokt } = await mountUpsell({
          placementAttributes: wrap({ eventId: '1', venue: value }),
        });
        const { error } = (await reached(element, 'placements-failed')).detail;
        expect(error.code).to.equal('invalid-attributes');
        expect(error.message).to.contain('placementAttributes.venue:').and.not.contain('eventId');
        expect(rokt.selections).to.deep.equal([]);
      });
    }
  }

  it('are no Map, list or text, which nobody would notice to be empty', async () => {
    for (const value of [new Map([['a', 1]]), new Set(), [1], new FormData(), 'a=1', 5]) {
      const { element } = await mountUpsell({ placementAttributes: value as never });
      const { error } = (await reached(element, 'placements-failed')).detail;
      expect(error.message).to.contain('placementAttributes: expected a JSON object');
    }
  });

  it('are told once where they become invalid later, and the selection keeps the last good ones', async () => {
    const { element, selection, types } = await mountReady({ placementAttributes: { a: 1 } });
    for (const venue of [3n, new Map(), cycle]) element.placementAttributes = { a: 1, venue };
    await settled(element);
    element.placementAttributes = { a: 1, venue: 4n };
    await settled(element);
    expect(types().slice(2)).to.deep.equal(['upsell-error']);
    element.placementAttributes = reactive({ a: 1, at: new Date(0) });
    await settled(element);
    expect(selection.attributesSet).to.deep.equal([{ a: 1, at: '1970-01-01T00:00:00.000Z' }]);
  });
});

describe('an object that a framework has set as text', () => {
  /** What React 19 and others write where the tag is not defined yet. */
  const BOUND = {
    placementattributes: 'placementAttributes',
    launcheroptions: 'launcherOptions',
    helditems: 'heldItems',
    'placement-attributes': 'placementAttributes',
    identifier: 'identifier',
    'session-id': 'sessionId',
    name: 'name',
    loading: 'loading',
  };
  for (const [attribute, property] of Object.entries(BOUND)) {
    it(`(${attribute}) is invalid, with the right binding for each framework`, async () => {
      const { element } = await mountUpsell((it) => it.setAttribute(attribute, '[object Object]'));
      const { code, message } = (await reached(element, 'placements-failed')).detail.error;
      expect(code).to.equal('invalid-attributes');
      expect(message).to.contain(`${property}: expected`);
      for (const binding of [
        `Vue :${property}.prop="x"`,
        `React 19 ${property}={x}`,
        `Angular [${property}]="x"`,
      ]) {
        expect(message).to.contain(binding);
      }
      expect(message).to.contain('Svelte');
    });
  }
});
