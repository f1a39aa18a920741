import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command.ts';

/**
 * The words of a command line, as Node reads them by `config`.
 *
 * @throws {UsageError} that names what there is not, or has no value
 */
export function readArgs<Config extends ParseArgsConfig>(args: readonly string[], config: Config) {
  try {
    return parseArgs({ ...config, args: [...args] });
  } catch (thrown) {
    throw new UsageError((thrown as Error).message.split(/[.\n]/)[0]);
  }
}
