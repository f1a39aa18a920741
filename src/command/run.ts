import { UsageError } from './command.ts';
import { commands } from './commands.ts';
import { readRelease } from './release.ts';

/** Runs one command and prints what comes of it; a line and exit code 2 on misuse. */
export async function run(args: readonly string[]): Promise<void> {
  try {
    process.stdout.write(`${await answer(args)}\n`);
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown;
    process.stderr.write(`rokt-upsell: ${thrown.message}\n`);
    process.exitCode = 2;
  }
}

async function answer([name, ...args]: readonly string[]): Promise<string> {
  if (name === '--version' || name === '-v') return readRelease().version;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return help();
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(`"${name}" is no command; there is ${Object.keys(commands).join(', ')}`);
  return args.includes('--help') || args.includes('-h') ? command.help : command.run(args);
}

function help(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`);
  return [
    'rokt-upsell <command> [options]',
    '',
    ...lines,
    '',
    '  --help    also after a command',
    '  --version',
  ].join('\n');
}
