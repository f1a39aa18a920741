// @ts-check
import { readFile } from 'node:fs/promises';
import { request as ask } from 'node:http';
import { startService } from 'rokt-upsell/service';

/** The offers of each story, and the attribute by which an upsell service knows its pages. */
const OFFERS = {
  concert: { file: 'madison-square-garden.json', attributes: { eventId: '1100526195FA115A' } },
  laptop: { file: 'laptop.json', attributes: { productId: 'slate-14' } },
  teapot: { file: 'teapot.json', attributes: { productId: 'kyusu-asagiri' } },
};
/** How many there are of each thing. */
const STOCK = 1000;

/**
 * The upsell service of the demo, for development: it sells what the stories' offers show, and tells the shop what to deliver.
 * @param {{db: string, provider: {url: string, secret: string}}} options
 */
export async function startUpsellService({ db, provider }) {
  const catalogue = await readCatalogue(provider);
  const service = await startService({ catalogue, db, webhookAllow: [new URL(provider.url).origin] });
  return {
    service,
    /** What an account sells, to be changed for a case. */
    catalogue,
    /**
     * Answers as the service does.
     * @param {import('node:http').IncomingMessage} request
     * @param {import('node:http').ServerResponse} response
     */
    async answer(request, response) {
      const { method, headers } = request;
      await new Promise((resolve, reject) => {
        const asked = ask(new URL(request.url ?? '/', service.url), { method, headers }, (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response).once('close', resolve);
        });
        request.pipe(asked.once('error', reject));
      });
    },
    stop: () => service.stop(),
  };
}

/** @param {{url: string, secret: string}} provider */
async function readCatalogue(provider) {
  const placements = await Promise.all(
    Object.entries(OFFERS).map(async ([story, { file, attributes }]) => {
      const text = await readFile(new URL(`offers/${file}`, import.meta.url), 'utf8');
      const [{ title, offers }] = JSON.parse(text).placements;
      return { placementId: story, title, targeting: { attributes }, offers: offers.map(toCatalogueOffer) };
    }),
  );
  return { accountId: '222', providers: { shop: provider }, placements };
}

/** @param {any} offer as an offers file has it */
function toCatalogueOffer({ cartItem, ...shown }) {
  const { catalogItemId: sku, linkedProductId, ...item } = cartItem;
  // The service knows what is left.
  delete shown.inventoryStatus;
  const linkedTo = linkedProductId && { linkedTo: { skus: [linkedProductId] } };
  return { sku, stock: STOCK, provider: 'shop', ...linkedTo, cartItem: item, ...shown };
}
