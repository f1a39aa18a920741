import { readFile } from 'node:fs/promises';
import { type AccountCatalogue, buildCatalogue } from './account-catalogue.ts';
import type { CatalogueBook } from './catalogue-book.ts';
import { CatalogueError, toCatalogueFile } from './check-catalogue.ts';

/**
 * The catalogues in files, one for each account.
 *
 * @throws {Error} that names the file when it cannot be read or is no JSON
 * @throws {CatalogueError} that names every fault of a file, or the account that two of them are of
 */
export async function readCatalogues(paths: readonly string[]): Promise<AccountCatalogue[]> {
  const catalogues = await Promise.all(paths.map(readCatalogue));
  const fileOf = new Map<string, string>();
  for (const [index, { accountId }] of catalogues.entries()) {
    const file = paths[index] ?? '';
    const earlier = fileOf.get(accountId);
    if (earlier !== undefined) {
      const fault = { path: 'accountId', expected: `another than that of ${earlier}`, got: accountId };
      throw new CatalogueError([fault], file);
    }
    fileOf.set(accountId, file);
  }
  return catalogues;
}

async function readCatalogue(path: string): Promise<AccountCatalogue> {
  return buildCatalogue(toCatalogueFile(await readJson(path), path));
}

/**
 * What a JSON file holds.
 *
 * @throws {Error} that names the file when it cannot be read or is no JSON
 */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new Error(`${path}: ${(cause as Error).message}`, { cause });
  }
}

/**
 * Reads the catalogues again whenever the process is told to hang up (SIGHUP), and serves them in place of those before.
 * With one that is not sound, or with too little stock, all stay as they were. The function it returns ends that.
 *
 * @param report told of each attempt: why it failed, or nothing when it did not
 */
export function reloadOnHangUp(
  catalogues: CatalogueBook,
  paths: readonly string[],
  report: (error?: Error) => void,
): () => void {
  let last: Promise<void> = Promise.resolve();
  const reload = async () => {
    try {
      const older = await catalogues.apply(...(await readCatalogues(paths)));
      if (older.length > 0) throw new Error(older.join('\n'));
      report();
    } catch (error) {
      report(error as Error);
    }
  };
  const onHangUp = () => {
    last = last.then(reload);
  };
  process.on('SIGHUP', onHangUp);
  return () => {
    process.off('SIGHUP', onHangUp);
  };
}
