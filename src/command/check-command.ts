import { readJson } from '../service/catalogue/read-catalogue.ts';
import { checkFile, type Findings } from './check-file.ts';
import { type Command, CommandError, UsageError } from './command.ts';
import { readArgs } from './read-args.ts';
import { checked } from './settings/values.ts';

const options = { 'webhook-allow': { type: 'string', multiple: true } } as const;

/** `rokt-upsell check`: names every fault of a catalogue, or of an `offers.json`. */
export const checkCommand: Command = {
  help: `rokt-upsell check FILE … [--webhook-allow ORIGIN]

Reads each file, a catalogue or an offers.json by what is in it, and names every fault by its path, with what was expected and
what is there. Exit code 1 if there is one. A field of an offers.json that nobody reads is a warning.

  --webhook-allow ORIGIN  as serve has it: a provider's origin without https, or in a private network; may be repeated`,
  async run(args, print) {
    const { files, allowed } = readRequest(args);
    const all = await Promise.all(files.map((file) => findingsOf(file, allowed)));
    for (const warning of all.flatMap(({ warnings }) => warnings)) print(warning);
    const faults = all.flatMap((findings) => findings.faults);
    if (faults.length > 0) throw new CommandError(faults.join('\n'));
    for (const file of files) print(`${file}: no fault`);
  },
};

function readRequest(args: readonly string[]) {
  const { values, positionals: files } = readArgs(args, { options, allowPositionals: true });
  if (files.length === 0) throw new UsageError('check needs the path of a catalogue or of an offers.json');
  const origins = checked('webhookAllow', '--webhook-allow', values['webhook-allow'] ?? []);
  return { files, allowed: new Set(origins as string[]) };
}

/** What there is to say of a file, with its name; one that cannot be read is a fault. */
async function findingsOf(file: string, allowed: ReadonlySet<string>): Promise<Findings> {
  try {
    const { faults, warnings } = checkFile(await readJson(file), allowed);
    return {
      faults: faults.map((fault) => `${file}: ${fault}`),
      warnings: warnings.map((warning) => `${file}: warning: ${warning}`),
    };
  } catch (error) {
    return { faults: [(error as Error).message], warnings: [] };
  }
}
