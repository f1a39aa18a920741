// @ts-check
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** What follows it in a path is the shop's own interface. */
const MERCHANT = '/merchant/';

/**
 * What stands behind the pages: the shop's back end, and an upsell service for it. Both start when something is first asked of them,
 * from the built package.
 */
export class BackEnd {
  #options;
  /** @type {Promise<any> | undefined} */
  #running;

  /**
   * @param {object} options
   * @param {string} options.url of the shop
   * @param {string} [options.data] the folder of both databases; in memory without
   * @param {() => Promise<unknown>} [options.lateness] resolves when the bank of the late test card answers; after 8 s without
   */
  constructor({ url, data, lateness = () => wait(8_000) }) {
    this.#options = { url, data, lateness };
  }

  /** True for a path that is answered here. @param {string} path */
  static answers(path) {
    return path.startsWith(MERCHANT) || path.startsWith('/wsdk/') || path === '/v1/selections';
  }

  /** The upsell service, the shop's back end, and the accounts of orders with a case. @returns {Promise<{upsell: any, merchant: any, cases: any}>} */
  start() {
    this.#running ??= this.#start();
    return this.#running;
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async answer(request, response) {
    const { upsell, merchant } = await this.start();
    const [path = ''] = (request.url ?? '').split('?');
    if (!path.startsWith(MERCHANT)) return upsell.answer(request, response);
    const { status, body } = await merchant.answer(request, path.slice(MERCHANT.length));
    const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
    response.writeHead(status, headers).end(JSON.stringify(body));
  }

  async stop() {
    const running = await this.#running;
    running?.merchant.stop();
    await running?.upsell.stop();
  }

  async #start() {
    const { url, data, lateness } = this.#options;
    if (data) await mkdir(data, { recursive: true });
    // By their addresses: what they import is there once the package is built.
    const files = ['./upsell-service.mjs', './merchant/merchant.mjs', './cases/case-accounts.mjs'];
    const [{ startUpsellService }, { startMerchant }, { CaseAccounts }] = await Promise.all(
      files.map((file) => import(new URL(file, import.meta.url).href)),
    );
    const place = (/** @type {string} */ file) => (data ? join(data, file) : ':memory:');
    const secret = `whsec_${randomBytes(24).toString('base64')}`;
    const provider = { url: new URL(`${MERCHANT}fulfilment`, url).href, secret };
    const upsell = await startUpsellService({ db: place('upsell.db'), provider });
    const cases = new CaseAccounts(upsell);
    const merchant = await startMerchant({
      file: place('shop.db'),
      upsellUrl: upsell.service.url,
      secret,
      accountOf: cases.accountOf.bind(cases),
      wireOf: (/** @type {any} */ order, /** @type {typeof fetch} */ send) => cases.wireOf(order, send),
      lateness,
    });
    return { upsell, merchant, cases };
  }
}
