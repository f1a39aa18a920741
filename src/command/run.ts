import { nodeFault } from '../service/needed-node.ts';
import { CommandError, type Print, UsageError } from './command.ts';
import { commands } from './commands.ts';
import { toPrintable } from './printable.ts';
import { readRelease } from './release.ts';

/** Runs one command; a line and exit code 2 on misuse, 1 when it cannot be done. */
export async function run(args: readonly string[]): Promise<void> {
  try {
    await answer(args, (text) => process.stdout.write(`${toPrintable(text)}\n`));
  } catch (thrown) {
    const isUsage = thrown instanceof UsageError;
    if (!isUsage && !(thrown instanceof CommandError)) throw thrown;
    process.stderr.write(`rokt-upsell: ${toPrintable(thrown.message)}\n`);
    process.exitCode = isUsage ? 2 : 1;
  }
}

async function answer([name, ...args]: readonly string[], print: Print): Promise<void> {
  if (name === '--version' || name === '-v') return print(readRelease().version);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return print(help());
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) throw new UsageError(`"${name}" is no command; there is ${Object.keys(commands).join(', ')}`);
  const fault = entry.node && nodeFault(name, entry.node);
  if (fault) throw new CommandError(fault);
  const command = await entry.load();
  // Behind -- is somebody else's command.
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  if (own.includes('--help') || own.includes('-h')) return print(command.help);
  await command.run(args, print);
}

function help(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(11)} ${summary}`);
  return [
    'rokt-upsell <command> [options]',
    '',
    ...lines,
    '',
    '  --help    also after a command',
    '  --version',
  ].join('\n');
}
