import { neededNode } from '../service/needed-node.ts';
import type { Command } from './command.ts';

/** A command as the help names it; it is loaded when it is asked for. */
export interface CommandEntry {
  /** What it does, in half a line. */
  readonly summary: string;
  /** The oldest Node that it runs on, where that is newer than what the help itself needs. */
  readonly node?: readonly [major: number, minor: number];
  load(): Promise<Command>;
}

/** Every command, by its name. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  serve: {
    summary: 'the upsell service, --dev to try it',
    node: neededNode,
    load: async () => (await import('./serve-command.ts')).serveCommand,
  },
  check: {
    summary: 'the faults of a catalogue or an offers.json',
    node: neededNode,
    load: async () => (await import('./check-command.ts')).checkCommand,
  },
  account: {
    summary: 'accounts, keys, tags and origins of a service',
    node: neededNode,
    load: async () => (await import('./account-command.ts')).accountCommand,
  },
  audit: {
    summary: 'whether anything was lost or sold twice, by the rows of a database',
    node: neededNode,
    load: async () => (await import('./audit-command.ts')).auditCommand,
  },
  backup: {
    summary: 'a copy of the database of a service, while it serves',
    node: neededNode,
    load: async () => (await import('./backup-command.ts')).backupCommand,
  },
  deliveries: {
    summary: 'the messages to providers that have not arrived',
    node: neededNode,
    load: async () => (await import('./deliveries-command.ts')).deliveriesCommand,
  },
  report: {
    summary: 'what a service for development has seen of an integration',
    node: neededNode,
    load: async () => (await import('./report-command.ts')).reportCommand,
  },
  rehearse: {
    summary: 'your tests under one fault after the other: where money and goods part',
    node: neededNode,
    load: async () => (await import('./rehearse-command.ts')).rehearseCommand,
  },
  headers: {
    summary: 'the response headers, tags and script inventory for a page',
    load: async () => (await import('./headers-command.ts')).headersCommand,
  },
};
