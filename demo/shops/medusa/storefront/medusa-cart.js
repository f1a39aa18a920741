const config = fetch('/shop/config').then((response) => response.json());

/**
 * Calls Medusa's store API.
 *
 * @throws {Error} with the shop's own words, where it refuses
 */
export async function call(method, path, body) {
  const { publishableKey } = await config;
  const headers = { 'content-type': 'application/json', 'x-publishable-api-key': publishableKey };
  const response = await fetch(`/store/${path}`, { method, headers, body: JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message);
  return answer;
}

/** The shopper's cart in Medusa, as `connectCart` takes it. */
export class MedusaCart {
  #cart = { id: localStorage.getItem('cart'), items: [], total: 0, currency_code: 'usd' };
  #listeners = new Set();
  #lastChange = Promise.resolve();

  /** Resolves once the cart is here: until then no line of it is missed. */
  ready = this.#open();

  /** Resolves with the id, which an old cart has at once. */
  async id() {
    if (!this.#cart.id) await this.ready;
    return this.#cart.id;
  }

  get items() {
    return this.#cart.items;
  }

  /** A price in words. */
  format(amount) {
    const currency = this.#cart.currency_code.toUpperCase();
    return new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(amount);
  }

  get total() {
    return this.format(this.#cart.total);
  }

  lines() {
    return this.items.map(({ variant_sku: productId, quantity, metadata }) => {
      return { productId, quantity, upsell: metadata?.upsell };
    });
  }

  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The placements hold this much of an upsell; rejects where the shop does not. */
  setUpsell({ cartItem, quantity, ...ids }) {
    const { cartItemId, catalogItemId, linkedProductId, quantityMustBeSynchronized } = ids;
    const upsell = { cartItemId, catalogItemId, linkedProductId, quantityMustBeSynchronized };
    const line = this.items.find(({ metadata }) => isSame(metadata?.upsell, upsell));
    const name = cartItem?.name ?? line?.title ?? catalogItemId;
    const unitPrice = cartItem?.unitPrice ?? line?.unit_price ?? 0;
    return this.change('upsells', { ...upsell, name, unitPrice, quantity });
  }

  removeUpsell(change) {
    return this.setUpsell({ ...change, quantity: 0 });
  }

  /** The shopper's own change of a line. */
  setQuantity(item, quantity) {
    if (item.metadata?.upsell) return this.setUpsell({ ...item.metadata.upsell, quantity });
    return this.change(`line-items/${item.id}`, { quantity });
  }

  /** Changes the cart by a POST below it, one after the other, and reads it again. */
  change(path, body) {
    const change = this.#lastChange.then(async () => {
      const answer = await call('POST', `carts/${await this.id()}${path && `/${path}`}`, body);
      await this.#read();
      return answer;
    });
    this.#lastChange = change.catch(() => undefined);
    return change;
  }

  /** The order is placed: the next one begins with a new cart. */
  forget() {
    localStorage.removeItem('cart');
  }

  async #open() {
    const { id } = this.#cart;
    const known = id && (await call('GET', `carts/${id}`).catch(() => undefined));
    if (known && !known.cart.completed_at) return this.#take(known.cart);
    const { regionId, variantId } = await config;
    const items = [{ variant_id: variantId, quantity: 1 }];
    const { cart } = await call('POST', 'carts', { region_id: regionId, items });
    localStorage.setItem('cart', cart.id);
    this.#take(cart);
  }

  async #read() {
    const { cart } = await call('GET', `carts/${this.#cart.id}`);
    this.#take(cart);
  }

  #take(cart) {
    this.#cart = cart;
    for (const listener of this.#listeners) listener();
  }
}

function isSame(one, other) {
  return one?.catalogItemId === other.catalogItemId && one?.linkedProductId === other.linkedProductId;
}
