import { isIP } from 'node:net';
import { Ajv } from 'ajv';
import { DAY, SECOND } from '../../service/durations.ts';
import { UsageError } from '../command.ts';
import { type SettingName, type SettingSchema, SettingsSchema } from './schema.ts';

/** What stands for a secret wherever settings are shown. */
export const HIDDEN = '***';

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: SECOND,
  m: 60 * SECOND,
  h: 3_600 * SECOND,
  d: DAY,
};

/** `10s`, `24h` or `90d` in ms; seconds where it has no unit. NaN where it is no time. */
export function toMs(time: string): number {
  const [, number, unit = 's'] = /^(\d{1,6})(ms|s|m|h|d)?$/.exec(time) ?? [];
  return Number(number) * (UNITS[unit] ?? NaN);
}

const ajv = new Ajv({ strict: false });
ajv.addFormat('time', (text: string) => toMs(text) > 0);
ajv.addFormat('wait', (text: string) => toMs(text) > 0 && toMs(text) <= 3_600 * SECOND);
ajv.addFormat('lateness', (text: string) => toMs(text) <= SECOND);
ajv.addFormat('origin', (text: string) => URL.canParse(text) && new URL(text).origin === text);
ajv.addFormat('public-url', (text: string) => isHostAlone(text) && URL.canParse(text));
ajv.addFormat('network', isNetwork);

function isHostAlone(url: string): boolean {
  return /^https?:\/\/[^/\\?#@\s]+\/?$/i.test(url);
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  const isPrefix = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
  return bits > 0 && isPrefix && rest.length === 0;
}

/** What the schema says of a setting. */
export function schemaOf(name: SettingName): SettingSchema {
  return SettingsSchema.properties[name] as unknown as SettingSchema;
}

/** A text of a flag or of the environment as its schema has it; the text itself where it is nothing of the kind. */
export function toTyped({ type }: SettingSchema, text: string): unknown {
  if (type === 'array') return text.split(',').map((part) => part.trim());
  if (type === 'boolean') return { true: true, false: false }[text] ?? text;
  if (type === 'integer') return /^\d{1,10}$/.test(text) ? Number(text) : text;
  return text;
}

/**
 * The value of a setting, which `source` has given.
 *
 * @throws {UsageError} that names the source, what is needed, and what it has given unless that is secret
 */
export function checked(name: SettingName, source: string, value: unknown): unknown {
  const schema = schemaOf(name);
  const isHidden = schema.secret === true && value === HIDDEN;
  if (ajv.validate(schema, value) && !isHidden) return value;
  throw new UsageError(`${source} needs ${schema.needs}, got ${shown(schema, firstWrong(schema, value))}`);
}

/** Of a list the entry that is wrong. */
function firstWrong({ items }: SettingSchema, value: unknown): unknown {
  if (!items || !Array.isArray(value)) return value;
  return value.find((entry) => !ajv.validate(items, entry));
}

function shown({ secret, format }: SettingSchema, value: unknown): string {
  if (secret) return 'another one';
  // A password may be in it.
  if (format === 'public-url' && String(value).includes('@')) return 'one with a user';
  return typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
}
