import { readFileSync } from 'node:fs';
import { CommandError } from './command.ts';

/**
 * What the JSON file holds.
 *
 * @throws {CommandError} one line that names the file, when it cannot be read or is no JSON
 */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (thrown) {
    const reason = (thrown as Error).message;
    throw new CommandError(reason.includes(file) ? reason : `${file}: ${reason}`);
  }
}
