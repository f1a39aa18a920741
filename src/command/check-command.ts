import { readJson } from '../service/catalogue/read-catalogue.ts';
import { checkFile, type Findings } from './check-file.ts';
import { type Command, CommandError, UsageError } from './command.ts';

/** `rokt-upsell check`: names every fault of a catalogue, or of an `offers.json`. */
export const checkCommand: Command = {
  help: `rokt-upsell check FILE …

Reads each file, a catalogue or an offers.json by what is in it, and names every fault by its path, with what was expected and
what is there. Exit code 1 if there is one. A field of an offers.json that nobody reads is a warning.`,
  async run(args, print) {
    const option = args.find((arg) => arg.startsWith('-'));
    if (option !== undefined) throw new UsageError(`check has no option ${option}`);
    if (args.length === 0) throw new UsageError('check needs the path of a catalogue or of an offers.json');
    const all = await Promise.all(args.map(findingsOf));
    for (const warning of all.flatMap(({ warnings }) => warnings)) print(warning);
    const faults = all.flatMap((findings) => findings.faults);
    if (faults.length > 0) throw new CommandError(faults.join('\n'));
    for (const file of args) print(`${file}: no fault`);
  },
};

/** What there is to say of a file, with its name; one that cannot be read is a fault. */
async function findingsOf(file: string): Promise<Findings> {
  try {
    const { faults, warnings } = checkFile(await readJson(file));
    return {
      faults: faults.map((fault) => `${file}: ${fault}`),
      warnings: warnings.map((warning) => `${file}: warning: ${warning}`),
    };
  } catch (error) {
    return { faults: [(error as Error).message], warnings: [] };
  }
}
