// @ts-check
import { readFile } from 'node:fs/promises';
import { request as ask } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The offers of each shop, and the attribute by which an upsell service knows its pages. */
const SHOPS = [
  { file: 'madison-square-garden.json', attributes: { eventId: '1100526195FA115A' } },
  { file: 'laptop.json', attributes: { productId: 'slate-14' } },
];

/**
 * The upsell service of the demo, which sells what the shops' own files offer and serves the stand-in for Rokt's launcher. It starts
 * when something is first asked of it.
 */
export class StandIn {
  #root;
  /** @type {Promise<{url: string, stop: () => Promise<void>}> | undefined} */
  #service;

  /** @param {string} root the project's folder, built */
  constructor(root) {
    this.#root = root;
  }

  /** True for a path that the service answers. @param {string} path */
  static answers(path) {
    return path.startsWith('/wsdk/') || path.startsWith('/v1/');
  }

  /**
   * Answers as the service does.
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async answer(request, response) {
    this.#service ??= startService(this.#root);
    const { url } = await this.#service;
    const { method, headers } = request;
    await new Promise((resolve, reject) => {
      const asked = ask(new URL(request.url ?? '/', url), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response).once('close', resolve);
      });
      request.pipe(asked.once('error', reject));
    });
  }

  async stop() {
    await (await this.#service)?.stop();
  }
}

/** @param {string} root */
async function startService(root) {
  const built = pathToFileURL(join(root, 'dist', 'service', 'index.js')).href;
  const service = await import(built);
  return service.startService({ catalogue: await readCatalogue(join(root, 'demo', 'offers')) });
}

/** @param {string} folder */
async function readCatalogue(folder) {
  const placements = await Promise.all(
    SHOPS.map(async ({ file, attributes }) => {
      const { placements } = JSON.parse(await readFile(join(folder, file), 'utf8'));
      const [{ title, offers }] = placements;
      return { placementId: file, title, targeting: { attributes }, offers: offers.map(toCatalogueOffer) };
    }),
  );
  return { accountId: '222', placements };
}

/** @param {any} offer as an offers file has it */
function toCatalogueOffer({ cartItem, ...shown }) {
  const { catalogItemId: sku, linkedProductId, ...item } = cartItem;
  // The service knows what is left.
  delete shown.inventoryStatus;
  return { sku, ...(linkedProductId && { linkedTo: { skus: [linkedProductId] } }), cartItem: item, ...shown };
}
