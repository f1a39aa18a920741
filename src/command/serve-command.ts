import { randomBytes } from 'node:crypto';
import { hashKey } from '../service/accounts/keys.ts';
import { StockError } from '../service/catalogue/catalogue-book.ts';
import { CatalogueError } from '../service/catalogue/check-catalogue.ts';
import { readCatalogues, readJson, reloadOnHangUp } from '../service/catalogue/read-catalogue.ts';
import { createService, type Place } from '../service/create-service.ts';
import { FIRST_ACCOUNT, startDevService } from '../service/dev/dev-service.ts';
import { findAccountByKey } from '../service/store/accounts.ts';
import type { Store } from '../service/store/store.ts';
import { type Command, CommandError, type Print } from './command.ts';
import { logLine } from './log-line.ts';
import { nameOfDatabase } from '../service/store/open-store.ts';
import { openStore } from './open-store.ts';
import { toPrintable } from './printable.ts';
import { DEFAULT_DB, readServeOptions, type ServeOptions } from './serve-options.ts';
import { untilStopped } from './until-stopped.ts';

/** `rokt-upsell serve`: runs the upsell service until it is told to stop. */
export const serveCommand: Command = {
  help: `rokt-upsell serve --catalogue FILE [options]
rokt-upsell serve --dev [options]

Runs the upsell service: the transaction API for partners, and selections for browsers. It stops on SIGINT and SIGTERM once what is
under way is answered, and reads the catalogues again on SIGHUP.

  --catalogue FILE        what an account sells; once for each account. "rokt-upsell check" names its faults
  --db FILE               SQLite database, ${DEFAULT_DB} by default; made if there is none. Or postgres://…, which several
                          instances may share
  --host HOST             127.0.0.1 by default
  --port N                4010 by default; 0 takes a free one
  --public-url URL        where partners and shoppers reach it: http or https and a host; needed beside --trust-proxy,
                          and beside a --host that is not this machine alone
  --trust-proxy CIDR      whose X-Forwarded-For is believed; may be repeated
  --webhook-allow ORIGIN  a provider's origin without https, or in a private network; may be repeated
  --dev                   for development: a demo catalogue with test items, account ${FIRST_ACCOUNT.accountId} with key ${FIRST_ACCOUNT.apiKey} and
                          tag ${FIRST_ACCOUNT.tagId}, no limits, pages of this machine allowed, nothing kept without --db
  --dev-token TOKEN       what /_dev asks for; made up and printed without`,
  async run(args, print) {
    const options = readServeOptions(args);
    const store = await openStore(options.db);
    try {
      const serve = options.dev ? serveDev : serveAccounts;
      await serve(store, options, print);
    } catch (error) {
      throw toCommandError(error);
    } finally {
      await store.close();
    }
  },
};

async function serveDev(store: Store, options: ServeOptions, print: Print): Promise<void> {
  const token = options.dev?.token ?? randomBytes(12).toString('hex');
  const [file] = options.catalogues;
  const service = await startDevService(store, {
    ...toParts(options),
    ...toPlace(options),
    token,
    catalogue: file === undefined ? undefined : await readJson(file),
    print: (accountId, entry) => print(logLine(accountId, entry)),
  });
  const stopped = untilStopped();
  print(`rokt-upsell service for development ready at ${service.url}`);
  const { accountId, apiKey, tagId } = service.first;
  print(`account ${accountId}, rokt-api-key ${apiKey}, rokt-tag-id ${tagId}; /_dev token ${token}`);
  await stopped;
  await service.close();
}

async function serveAccounts(store: Store, options: ServeOptions, print: Print): Promise<void> {
  const { catalogues: files } = options;
  const db = nameOfDatabase(options.db);
  await refuseDevKey(store, db);
  const sold = await readCatalogues(files);
  const service = createService({ store, ...toParts(options) });
  for (const problem of await service.catalogues.apply(...sold)) report(problem);
  const url = await service.listen(toPlace(options));
  const stopReloading = reloadOnHangUp(service.catalogues, files, (error) => {
    if (error) report(error.message);
    else print('the catalogues were read again');
  });
  const stopped = untilStopped();
  print(`rokt-upsell service ready at ${url}`);
  await stopped;
  stopReloading();
  await service.close();
}

/** A database that --dev was tried on lets in everybody who has read its help. */
async function refuseDevKey(store: Store, db: string): Promise<void> {
  const account = await store.transaction((tx) => findAccountByKey(tx, hashKey(FIRST_ACCOUNT.apiKey)));
  if (!account) return;
  throw new CommandError(
    `${db}: account ${account.accountId} has the key of --dev, which everybody knows; ` +
      `"rokt-upsell account key ${account.accountId} --only --db ${db}" replaces it`,
  );
}

function toPlace({ host, port }: ServeOptions): Place {
  return { host, port };
}

function toParts({ publicUrl, trustProxy, webhookAllow }: ServeOptions) {
  // Nobody is not the same as a list of none: with a list, headers that proxies set are looked at.
  const trusted = trustProxy.length > 0 ? [...trustProxy] : false;
  return { webhookAllow, report, publicUrl, trustProxy: trusted };
}

function report(problem: string): void {
  process.stderr.write(`rokt-upsell: ${toPrintable(problem)}\n`);
}

/** What an operator can mend is a line; anything else is a defect, with its stack. */
function toCommandError(error: unknown): unknown {
  if (error instanceof CatalogueError || error instanceof StockError) return new CommandError(error.message);
  const { code, message = '', cause } = error as { code?: string; message?: string; cause?: unknown };
  // A file, a host or a port that is not as they said.
  const reason = code ?? (cause as { code?: string } | undefined)?.code;
  if (cause instanceof SyntaxError || /^E[A-Z]+$/.test(reason ?? '')) return new CommandError(message);
  return error;
}
