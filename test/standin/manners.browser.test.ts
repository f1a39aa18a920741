import { expect, fixture, html } from '@open-wc/testing';
import type { CartItem } from '../../src/model/index.ts';
import type { Launcher, Selection } from '../../src/sdk/index.ts';
import { listenTo, makeLauncher, tabAndEnter, type ToldMessage } from '../support/stand-in.ts';
import { until } from '../support/until.ts';

const UPDATED = 'V2_CART_ITEM_UPDATED';
const OLDER = 'UPDATE_CART_ITEM_MESSAGE';

interface Body {
  readonly cartItem: CartItem | null;
  readonly oldCartItem: CartItem | null;
}

/** A message as a line: its name, and what it says of both sides. */
function lineOf({ name, event }: ToldMessage, nameOf: (id: string) => string): string {
  const { cartItem, oldCartItem } = event.body as Body;
  const side = (item: CartItem | null) => (item ? `${nameOf(item.cartItemId)} ${item.quantity}` : '–');
  return `${name === OLDER ? 'older: ' : ''}${side(oldCartItem)} → ${side(cartItem)}`;
}

for (const manners of ['shipped', 'documented'] as const) {
  describe(`the placements of the stand-in, with ${manners} manners`, () => {
    let launcher: Launcher;
    beforeEach(async () => {
      await fixture<HTMLElement>(
        html`<div>
          <input aria-label="before" />
          <div id="rokt-placeholder"></div>
          <div id="second"></div>
        </div>`,
      );
      launcher = await makeLauncher(`?manners=${manners}`);
    });
    afterEach(() => launcher.terminate?.());

    /** A selection whose first placement holds one parking, and what it tells from then on. */
    const holdParking = async () => {
      const selection = await launcher.selectPlacements({ attributes: {} });
      const told = listenTo(selection, UPDATED, OLDER);
      await selection.ready();
      document.querySelector<HTMLElement>('input')!.focus();
      await tabAndEnter(() => told.some((one) => itemOf(one)?.catalogItemId === 'parking'));
      const { cartItemId } = told.map(itemOf).find((item) => item?.catalogItemId === 'parking')!;
      await selection.send('V2_UPDATE_CART_ITEM', { cartItemId: 'settle', quantity: 0 });
      const fee = told.map(itemOf).find((item) => item?.catalogItemId === 'fee')!;
      const names: Record<string, string> = { [cartItemId]: 'parking', [fee.cartItemId]: 'fee' };
      const opening = told.splice(0).map((one) => lineOf(one, (id) => names[id] ?? id));
      const wish = async (id: string, quantity: number, more = {}) => {
        await selection.send('V2_UPDATE_CART_ITEM', { cartItemId: id, quantity, ...more });
        return told.splice(0).map((one) => lineOf(one, (asked) => names[asked] ?? asked));
      };
      return { selection, cartItemId, feeId: fee.cartItemId, names, opening, told, wish };
    };
    const isShipped = manners === 'shipped';
    const both = (line: string) => (isShipped ? [`older: ${line}`, line] : [line]);
    const silent = (line: string) => (isShipped ? [] : [line]);

    it('tell what is required when they open, and what the shopper does, without saying who it was', async () => {
      const { opening, selection, cartItemId } = await holdParking();
      const again = isShipped ? both('– → fee 1') : [];
      expect(opening.filter((line) => line.includes('fee'))).to.deep.equal([...both('– → fee 1'), ...again]);
      expect(opening.filter((line) => line.includes('parking'))).to.deep.equal(both('– → parking 1'));
      const told = listenTo(selection, UPDATED);
      await selection.send('V2_UPDATE_CART_ITEM', { cartItemId, quantity: 2 });
      expect(Object.keys(told[0]!.event.body as object).sort()).to.deep.equal(['cartItem', 'oldCartItem']);
    });

    it('take what the offer allows, and treat what it does not in their own way', async () => {
      const { cartItemId, feeId, wish } = await holdParking();
      expect(await wish(cartItemId, 3)).to.deep.equal(both('parking 1 → parking 3'));
      expect(await wish(cartItemId, 3)).to.deep.equal(silent('parking 3 → parking 3'));
      expect(await wish(cartItemId, 9)).to.deep.equal(silent('parking 3 → parking 4'));
      expect(await wish(feeId, 0)).to.deep.equal(silent('fee 1 → fee 1'));
      expect(await wish(cartItemId, 2, { unitPrice: 1 })).to.deep.equal([]);
      const held = isShipped ? 0 : 4;
      expect(await wish(cartItemId, 0)).to.deep.equal(both(`parking ${held} → –`));
      expect(await wish(cartItemId, 0)).to.deep.equal(silent('parking 0 → –'));
    });

    it('know no item of another placement: each is an impression of its own', async () => {
      const { selection, cartItemId } = await holdParking();
      const [one, two] = await selection.getPlacements();
      const [first, second] = [listenTo(one!, UPDATED), listenTo(two!, UPDATED)];
      await selection.send('V2_UPDATE_CART_ITEM', { cartItemId, quantity: 2 });
      expect([first.length, second.length]).to.deep.equal([1, 0]);
      expect([one!.getAlias?.(), two!.getAlias?.()]).to.deep.equal(['one', 'two']);
    });

    it('treat the id of an earlier impression in their own way', async () => {
      const { selection, cartItemId: earlier } = await holdParking();
      await selection.close();
      const next = await holdParking();
      expect(next.cartItemId).not.to.equal(earlier);
      next.names[earlier] = 'earlier';
      const answer = await next.wish(earlier, 2);
      const cleared = both('– → earlier 0');
      // Each placement clears what none of the selection's has; in the documented way the one that had it takes it.
      expect(answer.filter((line) => line.includes('parking'))).to.deep.equal(
        isShipped ? [] : ['earlier 1 → parking 2'],
      );
      if (isShipped) expect(answer).to.deep.equal([...cleared, ...cleared]);
      expect(await next.wish('of-nobody', 0)).to.deep.equal([]);
    });
  });
}

function itemOf({ event }: ToldMessage): CartItem | null {
  return (event.body as Body).cartItem;
}

describe('a fault of the stand-in', () => {
  let launcher: Launcher | undefined;
  let selection: Selection;
  beforeEach(async () => {
    await fixture<HTMLElement>(
      html`<div>
        <div id="rokt-placeholder"></div>
        <div id="second"></div>
      </div>`,
    );
  });
  afterEach(() => launcher?.terminate?.());

  it('rejects makes no launcher', async () => {
    expect(await makeLauncher('?fault=rejects').catch(String)).to.contain('not known here');
  });

  it('no-offers finds no placement', async () => {
    launcher = await makeLauncher('?fault=no-offers');
    selection = await launcher.selectPlacements({ attributes: {} });
    expect(await selection.getPlacements()).to.deep.equal([]);
  });

  it('refuses lets no wish of the page come true', async () => {
    launcher = await makeLauncher('?fault=refuses&manners=documented');
    selection = await launcher.selectPlacements({ attributes: {} });
    const told = listenTo(selection, UPDATED);
    await selection.ready();
    await until(() => told.length > 0);
    const { cartItemId } = itemOf(told[0]!)!;
    await selection.send('V2_UPDATE_CART_ITEM', { cartItemId, quantity: 2 });
    expect(told.slice(1).map(itemOf)).to.have.length(1);
    expect(itemOf(told[1]!)!.quantity).to.equal(1);
  });
});
