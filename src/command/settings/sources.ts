import type { ParseArgsConfig } from 'node:util';
import { isRecord } from '../../model/index.ts';
import { UsageError } from '../command.ts';
import { readArgs } from '../read-args.ts';
import { isOurs, settingOfVariable, toFlag, toVariable } from './names.ts';
import { type SettingName, settings, SettingsSchema } from './schema.ts';
import { checked, schemaOf, toTyped } from './values.ts';

/** Settings that one source gives, each with the name that it has there. */
export type Given = ReadonlyMap<SettingName, GivenValue>;

/** A value that is sound, and where it is from: `--port`, `ROKT_UPSELL_PORT` or `upsell.json: port`. */
export interface GivenValue {
  readonly value: unknown;
  readonly source: string;
}

/** What the command line says: settings, and what is no setting. */
export interface GivenFlags {
  readonly given: Given;
  /** The file that has others. */
  readonly config: string | undefined;
  /** Shows the settings, and does nothing else. */
  readonly isPrinting: boolean;
}

const options: NonNullable<ParseArgsConfig['options']> = {
  config: { type: 'string' },
  'print-config': { type: 'boolean' },
};
for (const [name, { type }] of settings) {
  const isSwitch = type === 'boolean';
  options[toFlag(name)] = { type: isSwitch ? 'boolean' : 'string', multiple: type === 'array' };
}

/** @throws {UsageError} that names a flag that there is not, or that has a wrong value */
export function readFlags(args: readonly string[]): GivenFlags {
  const {
    config,
    'print-config': isPrinting = false,
    ...values
  } = readArgs(args, { options, allowNegative: true }).values;
  const given = new Map<SettingName, GivenValue>();
  for (const [name] of settings) {
    const value = values[toFlag(name)];
    if (value !== undefined) given.set(name, toGiven(name, `--${toFlag(name)}`, value));
  }
  return { given, config: config as string | undefined, isPrinting: isPrinting as boolean };
}

/** The variable that names the file with others. */
export const CONFIG_VARIABLE = toVariable('config');

/** @throws {UsageError} that names a variable that there is not, or that has a wrong value; an empty one is none */
export function readEnvironment(env: Readonly<NodeJS.ProcessEnv>): Given {
  const given = new Map<SettingName, GivenValue>();
  for (const [variable, value = ''] of Object.entries(env)) {
    if (variable === CONFIG_VARIABLE || !isOurs(variable, value)) continue;
    const name = settingOfVariable.get(variable);
    if (!name) throw unknown(variable);
    if (value !== '') given.set(name, toGiven(name, variable, value));
  }
  return given;
}

/**
 * What a JSON file says.
 *
 * @throws {UsageError} that names the file, and what in it there is not, or has a wrong value
 */
export function readConfigFile(file: string, json: unknown): Given {
  if (!isRecord(json)) throw new UsageError(`${file} needs an object of settings`);
  const given = new Map<SettingName, GivenValue>();
  for (const [name, value] of Object.entries(json)) {
    if (!isSetting(name)) throw unknown(`${file}: ${name}`);
    given.set(name, { source: `${file}: ${name}`, value: checked(name, `${file}: ${name}`, value) });
  }
  return given;
}

function isSetting(name: string): name is SettingName {
  return Object.hasOwn(SettingsSchema.properties, name);
}

function toGiven(name: SettingName, source: string, value: unknown): GivenValue {
  const typed = typeof value === 'string' ? toTyped(schemaOf(name), value) : value;
  return { source, value: checked(name, source, typed) };
}

function unknown(source: string): UsageError {
  return new UsageError(`${source} is no setting; "rokt-upsell serve --help" names them`);
}
