import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The path of a database in a folder of its own, and what takes both away. */
export function temporaryFile(): { readonly file: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-store-'));
  return {
    file: join(folder, 'upsell.db'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
