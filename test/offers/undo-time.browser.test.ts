import { expect } from '@open-wc/testing';
import { CardNotes } from '../../src/offers/card-notes.ts';

/** Six seconds of the notes' own beat, driven by hand. */
function setUp() {
  const { setInterval: start, clearInterval: stop } = globalThis;
  const beats = new Map<number, () => void>();
  let count = 0;
  Object.assign(globalThis, {
    setInterval: (act: () => void) => {
      beats.set(++count, act);
      return count;
    },
    clearInterval: (id: number) => beats.delete(id),
  });
  let isHeld = false;
  const notes = new CardNotes(
    () => undefined,
    () => isHeld,
  );
  return {
    notes,
    hold: (held: boolean) => {
      isHeld = held;
    },
    pass: (ms: number) => {
      for (let at = 0; at < ms; at += 250) for (const act of [...beats.values()]) act();
    },
    restore: () => Object.assign(globalThis, { setInterval: start, clearInterval: stop }),
  };
}

describe('a removal that can be undone', () => {
  let world: ReturnType<typeof setUp>;
  beforeEach(() => {
    world = setUp();
    world.notes.set('card', { kind: 'removed', at: 0, before: 2 });
  });
  afterEach(() => world.restore());

  it('can be for six seconds', () => {
    world.pass(5750);
    expect(world.notes.of('card')).to.not.equal(undefined);
    world.pass(250);
    expect(world.notes.of('card')).to.equal(undefined);
  });

  it('waits while the shopper is at its card, by pointer or by focus', () => {
    world.pass(5000);
    world.hold(true);
    world.pass(60_000);
    expect(world.notes.of('card')).to.not.equal(undefined);
    world.hold(false);
    world.pass(1000);
    expect(world.notes.of('card')).to.equal(undefined);
  });

  it('is over when the offers leave the page: nobody would count there', () => {
    world.notes.stop();
    expect(world.notes.of('card')).to.equal(undefined);
    world.pass(6000);
    expect(world.notes.of('card')).to.equal(undefined);
  });

  it('is over when it is undone, and counts anew from the next removal', () => {
    world.pass(5000);
    world.notes.set('card', undefined);
    world.notes.set('card', { kind: 'removed', at: 0, before: 1 });
    world.pass(5750);
    expect(world.notes.of('card')!.before).to.equal(1);
  });
});
