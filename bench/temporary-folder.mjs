import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that goes when this process ends. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
