/** The hosts that serve Rokt's launcher script: its first one, its newer kit's and its e-commerce's. */
export const ROKT_HOSTS = ['apps.rokt.com', 'apps.rokt-api.com', 'apps.roktecommerce.com'] as const;

/** Where Rokt's launcher script is on its hosts. */
export const LAUNCHER_PATH = '/wsdk/integrations';

/** Rokt's launcher script on one of its hosts; the first unless told. */
export function launcherUrl(host: (typeof ROKT_HOSTS)[number] = ROKT_HOSTS[0]): string {
  return `https://${host}${LAUNCHER_PATH}/launcher.js`;
}
