import { isPostgres } from '../../service/store/open-store.ts';
import { toFlag, toVariable } from './names.ts';
import { type Settings, settings, type SettingSchema } from './schema.ts';
import { HIDDEN, schemaOf } from './values.ts';

/** The settings as a file for `--config` has them, secrets hidden. */
export function settingsAsJson(values: Settings): string {
  const shown = settings.flatMap(([name]) => {
    const value: unknown = values[name];
    if (value === undefined) return [];
    if (schemaOf(name).secret) return [[name, HIDDEN]];
    return [[name, typeof value === 'string' ? withoutPassword(value) : value]];
  });
  return JSON.stringify(Object.fromEntries(shown), null, 2);
}

/** Also what follows the path of the URL of a database may have one. */
function withoutPassword(db: string): string {
  if (!isPostgres(db)) return db;
  if (!URL.canParse(db)) return HIDDEN;
  const { protocol, username, password, host, pathname, search } = new URL(db);
  const user = password ? `${username}:${HIDDEN}@` : username && `${username}@`;
  return `${protocol}//${user}${host}${pathname}${search && `?${HIDDEN}`}`;
}

const INDENT = 29;
const WIDTH = 120;

/** A paragraph for each setting: its flag, its variable, what it does, and what it is unless told. */
export function settingsHelp(): string {
  return settings.map(([name, schema]) => toParagraph(name, schema)).join('\n');
}

function toParagraph(name: string, schema: SettingSchema): string {
  const flag = `  --${toFlag(name)}${schema.value ? ` ${schema.value}` : ''}`;
  const words = [...textOf(schema).split(' '), `(${toVariable(name)})`];
  const lines = [''];
  for (const word of words) {
    const last = lines.at(-1) ?? '';
    if (INDENT + last.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  const [first = '', ...rest] = lines;
  // A long flag has its line for itself.
  const start =
    flag.length < INDENT - 1 ? `${flag.padEnd(INDENT)}${first}` : `${flag}\n${' '.repeat(INDENT)}${first}`;
  return [start, ...rest.map((line) => ' '.repeat(INDENT) + line)].join('\n');
}

function textOf({ description, type, default: preset }: SettingSchema): string {
  if (type === 'array') return `${description}; may be repeated`;
  if (type === 'boolean' || preset === undefined) return description;
  return `${description}; ${String(preset)} by default`;
}
