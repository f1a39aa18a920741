import { randomBytes } from 'node:crypto';
import { hashKey } from '../service/accounts/keys.ts';
import { silentAccounts } from '../service/accounts/silent-accounts.ts';
import { StockError } from '../service/catalogue/catalogue-book.ts';
import { CatalogueError } from '../service/catalogue/check-catalogue.ts';
import { readCatalogues, readJson, reloadOnHangUp } from '../service/catalogue/read-catalogue.ts';
import { createService } from '../service/create-service.ts';
import { startDevService } from '../service/dev/dev-service.ts';
import { FIRST_ACCOUNT } from '../service/dev/first-account.ts';
import { findAccountByKey } from '../service/store/accounts.ts';
import { nameOfDatabase } from '../service/store/open-store.ts';
import { loadMetrics } from '../service/metrics/load-metrics.ts';
import type { Store } from '../service/store/store.ts';
import { type Command, CommandError, type Print } from './command.ts';
import { endAfter } from './end-after.ts';
import { logLine } from './log-line.ts';
import { openStore } from './open-store.ts';
import { toPrintable } from './printable.ts';
import { readServeOptions, type ServeOptions } from './serve-settings.ts';
import { settingsAsJson, settingsHelp } from './settings/shown-settings.ts';
import { takeActs } from './take-acts.ts';
import { untilStopped } from './until-stopped.ts';

/** `rokt-upsell serve`: runs the upsell service until it is told to stop. */
export const serveCommand: Command = {
  help: `rokt-upsell serve --catalogue FILE [options]
rokt-upsell serve --dev [options]

Runs the upsell service: the transaction API for partners, and selections for browsers. It stops on SIGINT and SIGTERM once what is
under way is answered, and reads the catalogues again on SIGHUP. Each setting is a flag, else a variable of the environment, else a
field of --config FILE, else what it is by default. A variable has commas where a flag may be repeated; a time is seconds, or has a
unit: 500ms, 10s, 5m, 24h, 90d.

${settingsHelp()}
  --config FILE              other settings, as JSON: {"publicUrl": "https://upsell.example", "port": 4010} (ROKT_UPSELL_CONFIG)
  --print-config             shows the settings that count as such a file, secrets as ***, and does nothing else`,
  async run(args, print) {
    const options = await readServeOptions(args, process.env);
    if (options.isPrinting) return print(settingsAsJson(options.values));
    const store = await openStore(options.db, { queueLimit: options.queueLimit });
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
  const catalogue = file === undefined ? undefined : await readJson(file);
  const service = await startDevService(store, {
    ...options.parts,
    ...options.place,
    ...{ token, report, metrics: await loadMetrics(options.metrics) },
    catalogue,
    print: (accountId, entry) => print(logLine(accountId, entry)),
  });
  const stopped = untilStopped();
  print(`rokt-upsell service for development ready at ${service.url}`);
  const closeAdmin = await takeActs(options.db, service.service);
  const { accountId, apiKey, tagId } = service.first;
  print(`account ${accountId}, rokt-api-key ${apiKey}, rokt-tag-id ${tagId}; /_dev token ${token}`);
  const named = (catalogue as { accountId?: string } | undefined)?.accountId ?? accountId;
  if (named !== accountId) print(`${file}: sold as account ${accountId} here, not as ${named}`);
  print(`console at ${service.url}/_dev/console#token=${encodeURIComponent(token)}`);
  if (service.metricsUrl) print(`metrics at ${service.metricsUrl}/metrics`);
  await stopped;
  endAfter(options.grace, report);
  await closeAdmin();
  await service.close();
}

async function serveAccounts(store: Store, options: ServeOptions): Promise<void> {
  const { catalogues: files, parts, rateLimits } = options;
  const db = nameOfDatabase(options.db);
  await refuseDevKey(store, db);
  const sold = await readCatalogues(files);
  const service = createService({ store, ...parts, rateLimits, metrics: await loadMetrics(options.metrics) });
  const { log } = service.app;
  for (const problem of await service.catalogues.apply(...sold)) service.report(problem);
  const accountIds = sold.map(({ accountId }) => accountId);
  for (const problem of await silentAccounts(store, accountIds)) log.warn(problem);
  const url = await service.listen(options.place);
  const stopReloading = reloadOnHangUp(service.catalogues, files, (error) => {
    if (error) service.report(error.message);
    else log.info('the catalogues were read again');
  });
  const closeAdmin = await takeActs(options.db, service);
  const stopped = untilStopped();
  if (service.metricsUrl) log.info(`metrics at ${service.metricsUrl}/metrics`);
  log.info(`rokt-upsell service ready at ${url}`);
  await stopped;
  log.info('told to stop: nothing new is taken');
  endAfter(options.grace, service.report);
  stopReloading();
  await closeAdmin();
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
