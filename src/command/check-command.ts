import { checkCatalogue, faultLine } from '../service/catalogue/check-catalogue.ts';
import { readJson } from '../service/catalogue/read-catalogue.ts';
import { type Command, CommandError, UsageError } from './command.ts';

/** `rokt-upsell check`: names every fault of a catalogue. */
export const checkCommand: Command = {
  help: `rokt-upsell check FILE …

Reads each catalogue and names every fault by its path, with what was expected and what is there. Exit code 1 if there is one.`,
  async run(args, print) {
    const option = args.find((arg) => arg.startsWith('-'));
    if (option !== undefined) throw new UsageError(`check has no option ${option}`);
    if (args.length === 0) throw new UsageError('check needs the path of a catalogue');
    const faults = (await Promise.all(args.map(faultsOf))).flat();
    if (faults.length > 0) throw new CommandError(faults.join('\n'));
    for (const file of args) print(`${file}: no fault`);
  },
};

/** Each fault of a file in a line; a file that cannot be read is one. */
async function faultsOf(file: string): Promise<string[]> {
  try {
    return checkCatalogue(await readJson(file)).map((fault) => `${file}: ${faultLine(fault)}`);
  } catch (error) {
    return [(error as Error).message];
  }
}
