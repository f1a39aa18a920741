import { readJson } from '../../service/catalogue/read-catalogue.ts';
import { CommandError } from '../command.ts';
import { type SettingName, settings, type Settings } from './schema.ts';
import { CONFIG_VARIABLE, type Given, readConfigFile, readEnvironment, readFlags } from './sources.ts';

/** The settings that count, and where each is from. */
export interface ReadSettings {
  readonly values: Settings;
  /** The flag, variable or place in a file that gives a setting; undefined where nothing but its default does. */
  readonly sourceOf: (name: SettingName) => string | undefined;
  /** They are to be shown, and nothing is to be served. */
  readonly isPrinting: boolean;
}

/**
 * What flags say; where they say nothing the environment, then the file that `--config` names, then the default.
 *
 * @throws {UsageError} that names what is unknown or wrong by where it is from
 * @throws {CommandError} when the file cannot be read
 */
export async function readSettings(
  args: readonly string[],
  env: Readonly<NodeJS.ProcessEnv>,
): Promise<ReadSettings> {
  const { given: flags, config, isPrinting } = readFlags(args);
  const variables = readEnvironment(env);
  const file = config ?? (env[CONFIG_VARIABLE] || undefined);
  const sources: readonly Given[] = [
    flags,
    variables,
    file === undefined ? new Map<SettingName, never>() : await readFile(file),
  ];
  const found = (name: SettingName) => sources.find((given) => given.has(name))?.get(name);
  const values = settings.map(([name, schema]) => [name, found(name)?.value ?? schema.default]);
  return {
    values: Object.fromEntries(values.filter(([, value]) => value !== undefined)) as Settings,
    sourceOf: (name) => found(name)?.source,
    isPrinting,
  };
}

async function readFile(file: string): Promise<Given> {
  const json = await readJson(file).catch((error: unknown) => {
    throw new CommandError((error as Error).message);
  });
  return readConfigFile(file, json);
}
