import { type Case } from '../../demo/cases/cases.mjs';

/** An order as the shop's back end shows it, as far as a test asks. */
export interface OrderView {
  readonly orderId: string;
  readonly accountId: string;
  readonly sessionId?: string;
  readonly state: string;
  readonly showsUpsell: boolean;
  readonly cart: { readonly attributes: Record<string, string> };
  readonly held: readonly { readonly catalogItemId: string }[];
  readonly dearer: readonly unknown[];
  readonly refused: readonly { readonly code: string }[];
  readonly bought: readonly { readonly catalogItemId: string; readonly itemReservationId: string }[];
  readonly refunded: readonly { readonly code: string }[];
  readonly total: number;
  readonly givenBack: number;
}
interface Answer {
  readonly order: OrderView;
  readonly error: string | undefined;
}
interface Selection {
  readonly placements: readonly {
    readonly offers: readonly { readonly cartItem: { catalogItemId: string } }[];
  }[];
}

const CARDS = { accepted: '4242424242424242', declined: '4000000000000002', late: '4000000000009995' };

/** A shopper of a case without a browser: asks the shop's back end and the upsell service as the pages do. */
export class CaseOrder {
  readonly #url: string;
  readonly #case: Case;
  readonly #name: string | null;
  order!: OrderView;

  /** @param name by which the order is opened; null for an order of everybody's account */
  constructor(url: string, chosen: Case, name: string | null = chosen.name) {
    this.#url = url;
    this.#case = chosen;
    this.#name = name;
  }

  /** From the cart to the payment: with the extras that the case takes, at the prices that hold. */
  async goToPayment(): Promise<void> {
    ({ order: this.order } = await this.ask('POST', 'orders', { story: 'concert', case: this.#name }));
    const selected = this.order.showsUpsell ? await this.#select() : [];
    const { sessionId } = this.order;
    await this.act('PUT', 'reservation', { sessionId, selected });
    if (this.order.dearer.length > 0) await this.act('PUT', 'reservation', { selected: this.order.held });
  }

  pay(): Promise<string | undefined> {
    const cardNumber = CARDS[this.#case.card ?? 'accepted'];
    return this.act('POST', 'payment', { cardNumber, total: this.order.total });
  }

  cancel(): Promise<string | undefined> {
    const { itemReservationId } = this.order.bought[0]!;
    return this.act('POST', 'cancellation', { itemReservationId });
  }

  /** Does one act with the order; gives why it was not done. */
  async act(method: string, act: string, body?: object): Promise<string | undefined> {
    const { order, error } = await this.ask(method, `orders/${this.order.orderId}/${act}`, body);
    this.order = order;
    return error;
  }

  /** An order as it is now; its own without. */
  read(orderId = this.order.orderId): Promise<Answer> {
    return this.ask('GET', `orders/${orderId}`);
  }

  /** The answers of the upsell service to the calls of this order, the last one last. */
  async answers(): Promise<
    { path: string; status: number; answer: { items?: { error?: { code: string } }[] } }[]
  > {
    const response = await fetch(`${this.#url}merchant/orders/${this.order.orderId}/calls`);
    return (await response.json()) as Awaited<ReturnType<CaseOrder['answers']>>;
  }

  async ask(method: string, path: string, body?: object): Promise<Answer> {
    const init = { method, ...(body && { body: JSON.stringify(body) }) };
    const answer = (await (await fetch(`${this.#url}merchant/${path}`, init)).json()) as OrderView &
      Partial<Answer>;
    return { order: answer.order ?? answer, error: answer.error };
  }

  async #select(): Promise<object[]> {
    const { accountId, sessionId, cart } = this.order;
    const body = { accountId, sessionId, identifier: 'checkout.upsell', attributes: cart.attributes };
    const headers = { 'content-type': 'application/json', origin: new URL(this.#url).origin };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const { placements } = (await (await fetch(`${this.#url}v1/selections`, init)).json()) as Selection;
    const { take = ['parking-a'], quantity = 1 } = this.#case;
    return placements
      .flatMap(({ offers }) => offers.map(({ cartItem }) => ({ ...cartItem, quantity })))
      .filter(({ catalogItemId }) => take.includes(catalogItemId));
  }
}
