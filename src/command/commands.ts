import type { Command } from './command.ts';
import { headersCommand } from './headers-command.ts';

/** Every command, by its name. */
export const commands: Readonly<Record<string, Command>> = {
  headers: headersCommand,
};
