import { type SettingName, settings } from './schema.ts';

const PREFIX = 'ROKT_UPSELL_';

/** `publicUrl` as a flag: `public-url`. */
export function toFlag(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** `publicUrl` in the environment: `ROKT_UPSELL_PUBLIC_URL`. */
export function toVariable(name: string): string {
  return PREFIX + toFlag(name).replaceAll('-', '_').toUpperCase();
}

/** The settings by the variable of each. */
export const settingOfVariable: ReadonlyMap<string, SettingName> = new Map(
  settings.map(([name]) => [toVariable(name), name]),
);

/** What Kubernetes says of a service that is called rokt-upsell to each container beside it. */
const OF_KUBERNETES = /^ROKT_UPSELL_(SERVICE_(HOST|PORT(_\w+)?)|PORT_\d+_\w+)$/;

/** Whether a variable is meant for this command: its name begins as ours do, and it is not one that Kubernetes sets. */
export function isOurs(variable: string, value: string): boolean {
  if (!variable.startsWith(PREFIX) || OF_KUBERNETES.test(variable)) return false;
  return !(variable === `${PREFIX}PORT` && /^(tcp|udp):\/\//.test(value));
}
