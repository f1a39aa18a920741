import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Does `act` unless it was done for the same inputs before, for which `hash` stands. That is noted in the folder that `act`
 * makes or fills, so that the note goes with it.
 * @param {string} folder
 * @param {string} hash
 * @param {() => Promise<void>} act
 */
export async function unlessDone(folder, hash, act) {
  const note = join(folder, '.made-from.sha256');
  if (existsSync(note) && readFileSync(note, 'utf8') === hash) return;
  await act();
  writeFileSync(note, hash);
}
