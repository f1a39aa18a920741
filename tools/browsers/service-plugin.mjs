import { randomUUID } from 'node:crypto';

/**
 * @typedef {object} RunningService
 * @property {string} url
 * @property {() => Promise<void>} stop
 * @property {(origin: string, accountId?: string) => Promise<void>} allow
 * @property {(catalogue: any) => Promise<unknown>} sell
 */

/**
 * A plugin for web-test-runner with three commands over a real upsell service, which starts with the first test that asks
 * for it and ends with the run:
 *
 * - `upsell-service` with an origin: allows it to the account 222, and answers with the URL of the service.
 * - `upsell-sells` with `{origin, catalogue}`: sells that for the account of the catalogue, whose page `origin` is; answers with the URL, too.
 * - `upsell-partner` with `{path, body}`: what the partner's server of that account is answered.
 * @returns {import('@web/test-runner').TestRunnerPlugin<any>}
 */
export function servicePlugin() {
  /** @type {Promise<RunningService> | undefined} */
  let running;
  return {
    name: 'upsell-service',
    async executeCommand({ command, payload }) {
      if (!['upsell-service', 'upsell-sells', 'upsell-partner'].includes(command)) return undefined;
      running ??= startService();
      const { url, allow, sell } = await running;
      if (command === 'upsell-partner') return askAsPartner(url, payload);
      if (command === 'upsell-sells') {
        await sell(payload.catalogue);
        await allow(payload.origin, payload.catalogue.accountId);
        return url;
      }
      await allow(payload);
      return url;
    },
    async serverStop() {
      await (await running)?.stop();
    },
  };
}

/** @returns {Promise<RunningService>} */
async function startService() {
  // Imported on demand: runs without such a test need no service.
  const [{ openShop }, { addOrigin }, { shopCatalogue }] = await Promise.all([
    import('../../test/service/http/shop.ts'),
    import('../../src/service/store/accounts.ts'),
    import('../../test/service/http/shop-catalogue.ts'),
  ]);
  /** @type {(() => void | Promise<void>)[]} */
  const ends = [];
  const context = {
    after(/** @type {any} */ end) {
      ends.push(end);
    },
  };
  const { url, store, sell, forgetAccounts } = await openShop(context, { catalogue: shopCatalogue });
  return {
    url,
    sell,
    async allow(origin, accountId = '222') {
      await store.transaction((tx) => addOrigin(tx, accountId, origin));
      forgetAccounts();
    },
    async stop() {
      for (const end of ends) await end();
    },
  };
}

/**
 * @param {string} url
 * @param {{ path: string, body: unknown }} call
 */
async function askAsPartner(url, { path, body }) {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'rokt-api-key': 'skeletonkey',
      'rokt-tag-id': '253_439d21r21r21321',
      'rokt-session-id': randomUUID(),
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}
