import { fixture, html } from '@open-wc/testing';
import '../../src/define.ts';
import type { CartItemUpdatedDetail } from '../../src/element/index.ts';
import type { UpsellError } from '../../src/model/index.ts';
import { createOffersLauncher, type Offer, type PlacementDocument } from '../../src/offers/index.ts';
import { findButton } from './mount-offers.ts';
import { reached } from './mount-upsell.ts';
import { until } from './until.ts';

/** One request that a page has made, to be answered by the test. */
export interface Asked {
  readonly url: string;
  readonly method: string;
  readonly language: string | null;
  /** What a service was sent. */
  readonly body: {
    readonly attributes?: Readonly<Record<string, string>>;
    readonly heldItems?: readonly { readonly catalogItemId: string; readonly quantity: number }[];
  };
  readonly signal: AbortSignal;
  answer(...placements: readonly (readonly Offer[] | PlacementDocument)[]): void;
  respond(response: Response): void;
  breakDown(): void;
}

/** Whatever the page is told with one of the events that are kept here. */
type ToldDetail = Partial<CartItemUpdatedDetail & { readonly error: UpsellError }>;

const ITEM = { catalogItemId: 'lap', name: 'Lap', currency: 'USD', unitPrice: 1 };

/** Takes the place of the network: every request waits for the test's answer. `restore` gives the network back. */
export function holdNetwork() {
  const { fetch } = window;
  const asked: Asked[] = [];
  window.fetch = (input, init) => {
    const request = new Request(input, init);
    return new Promise<Response>((resolve, reject) => {
      const { body } = init ?? {};
      asked.push({
        url: request.url,
        method: request.method,
        language: request.headers.get('accept-language'),
        body: typeof body === 'string' ? (JSON.parse(body) as Asked['body']) : {},
        signal: request.signal,
        answer: (...placements) =>
          resolve(new Response(JSON.stringify({ placements: placements.map(toPlacement) }))),
        respond: resolve,
        breakDown: () => reject(new TypeError('offline')),
      });
    });
  };
  /** The request of that number, once it is made. */
  const request = async (number: number) => {
    await until(() => asked.length >= number);
    return asked[number - 1]!;
  };
  /** Resolves when all that was due to be asked has been asked: a question that is put now comes after it. */
  const lap = async () => {
    const target = document.body.appendChild(document.createElement('div'));
    const launcher = await createOffersLauncher({ offersUrl: '/lap', target });
    const selection = await launcher.selectPlacements({ attributes: {} });
    const laps = () => asked.filter(({ url }) => url.includes('/lap/'));
    await until(() => laps().length === 1);
    laps()[0]!.answer([{ minimum: 0, maximum: 1, cartItem: ITEM }]);
    await selection.ready();
    selection.setAttributes({ lap: 2 }).catch(() => undefined);
    await until(() => laps().length === 2);
    await selection.close();
    target.remove();
    for (const one of laps()) asked.splice(asked.indexOf(one), 1);
  };
  const restore = () => {
    window.fetch = fetch;
  };
  return { asked, request, lap, restore };
}

function toPlacement(given: readonly Offer[] | PlacementDocument): PlacementDocument {
  return 'offers' in given ? given : { placementId: 'p', offers: given };
}

/** An element over a service whose answers the test gives; the first one has been given. */
export async function mountOnNetwork(
  network: ReturnType<typeof holdNetwork>,
  first: readonly (readonly Offer[] | PlacementDocument)[],
  properties: object = {},
) {
  const parent = await fixture<HTMLElement>(html`<div lang="en-US"></div>`);
  const element = document.createElement('rokt-upsell');
  Object.assign(element, { accountId: '222', offersUrl: '/shop', placementAttributes: { productIds: 'a' } });
  Object.assign(element, properties);
  const events: CustomEvent<ToldDetail>[] = [];
  for (const type of ['cart-item-updated', 'upsell-error', 'placements-failed', 'placements-loading'])
    element.addEventListener(type, (event) => events.push(event as CustomEvent<ToldDetail>));
  const ready = reached(element, 'placements-ready');
  const number = network.asked.length + 1;
  parent.append(element);
  (await network.request(number)).answer(...first);
  await ready;
  events.length = 0;
  const drawn = () => [...element.querySelectorAll('rokt-upsell-offers')];
  const cards = (place = 0) => [...drawn()[place]!.shadowRoot!.querySelectorAll<HTMLElement>('.card')];
  /** What the cards of a placement show, in their order. */
  const shown = (place = 0) =>
    cards(place).map(
      ({ dataset, className }) => `${dataset['catalogItemId']} ${className.split(' ').at(-1)}`,
    );
  const button = (card: Element, name: string) => findButton(card, name)!;
  const settle = () => Promise.all(drawn().map((one) => one.updateComplete));
  /** Changes the attributes, answers what is asked, and waits until the answer is drawn: its first placement has a heading of its own. */
  const retarget = async (
    attributes: object,
    ...answer: readonly (readonly Offer[] | PlacementDocument)[]
  ) => {
    const next = network.asked.length + 1;
    element.placementAttributes = { ...attributes };
    const asked = await network.request(next);
    const [first, ...others] = answer.map(toPlacement);
    const title = first?.title ?? `Answer ${next}`;
    if (first) asked.answer({ ...first, title }, ...others);
    else asked.answer();
    await until(() => (first ? drawn()[0]!.heading === title : drawn()[0]!.items.length === 0));
    await settle();
    return asked;
  };
  return { element, parent, events, drawn, cards, shown, button, settle, retarget };
}
