import { AccountDirectory } from '../../../src/service/accounts/account-directory.ts';
import { buildApp } from '../../../src/service/app.ts';
import { buildCatalogue } from '../../../src/service/catalogue/account-catalogue.ts';
import { toCatalogueFile } from '../../../src/service/catalogue/check-catalogue.ts';
import { CatalogueBook } from '../../../src/service/catalogue/catalogue-book.ts';
import { storeClock } from '../../../src/service/clock.ts';
import { APP_OPTIONS } from '../../../src/service/create-service.ts';
import { openStore } from '../../../src/service/store/open-store.ts';
import { catalogueOf } from '../shop.mjs';
import { answerParent } from './answer-parent.mjs';
import { addAccountTo, COUNTED, LOOP_DELAY_LIMIT } from './account.mjs';

/** The service's own app, with all that a request has to pass, over a store that never works: it answers what it is told to. */
const store = await openStore(':memory:');
await addAccountTo(store);
const catalogues = new CatalogueBook(store);
await catalogues.apply(buildCatalogue(toCatalogueFile(catalogueOf())));
const answer = { sessionId: 'session', text: '{}', now: Date.now() };
const constant = { waiting: 0, transaction: async () => answer, close: async () => undefined };
const app = buildApp(
  { ...APP_OPTIONS, loopDelayLimit: LOOP_DELAY_LIMIT },
  {
    store: /** @type {any} */ (constant),
    calls: /** @type {any} */ ({ run: async () => answer }),
    accounts: new AccountDirectory(store),
    catalogues,
    clock: storeClock,
    newId: () => '',
    rateLimits: COUNTED,
    publicUrl: () => '',
    allowsOrigin: () => false,
    offeredFor: 1,
    testItem: undefined,
  },
);
const url = await app.listen({ host: '127.0.0.1', port: 0 });
answerParent({
  url: () => url,
  answer({ text }) {
    answer.text = text;
  },
});
