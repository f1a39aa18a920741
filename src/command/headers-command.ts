import { type Command, UsageError } from './command.ts';
import { headerLines, type HeadersRequest, type Mode } from './header-lines.ts';
import { headerModes } from './header-modes.ts';
import { toPageScript } from './page-script.ts';
import { readArgs } from './read-args.ts';
import { readRelease } from './release.ts';

const text = { type: 'string' } as const;
const options = {
  mode: text,
  base: text,
  'sdk-url': text,
  'sdk-integrity': text,
  'offers-url': text,
  connect: { type: 'string', multiple: true },
  script: { type: 'string', multiple: true },
} as const;

const BASE_IS_MISSING =
  '--base is missing: the URL of the folder that rokt-upsell.js is served from, such as --base https://shop.example/script/';

/** The modes in which an option means something; one that is not here does in each. */
const MODES_OF: Readonly<Record<string, readonly Mode[]>> = {
  'sdk-url': ['hosted', 'sdk-plus'],
  'sdk-integrity': ['hosted'],
  'offers-url': ['offers'],
  connect: ['sdk-plus'],
};

/** `rokt-upsell headers`: the response headers and tags for one mode and this version. */
export const headersCommand: Command = {
  help: `rokt-upsell headers --base URL [options]

Prints what a page with strict policies sends: Content-Security-Policy, Trusted Types, Integrity-Policy, an import map with
integrity, and the lines of a script inventory. Lines that start with # are comments.

  --base URL           where this version's files are served, such as https://cdn.example/rokt-upsell/0.1.0/
  --script URL=FILE    a script of your own, as the page names it and as it is on this disk, such as
                       --script /page.js=public/page.js; may be repeated, also for what it imports
  --mode hosted        Rokt's launcher and rokt-upsell.js (default)
  --mode sdk-plus      mParticle's SDK+, loaded by your page, and rokt-upsell.js
  --mode offers        offers of your own and rokt-upsell-offers.js
  --sdk-url URL        hosted: the launcher script, where it is not Rokt's own; sdk-plus: the script of SDK+
  --sdk-integrity TEXT hosted: the integrity of that script, which makes Integrity-Policy possible
  --offers-url URL     offers: where they come from, where that is not the page's own origin
  --connect URL        sdk-plus: where mParticle sends to, where that is not Rokt's hosts; may be repeated`,
  run: (args, print) => print(headerLines(toRequest(args), readRelease()).join('\n')),
};

function toRequest(args: readonly string[]): HeadersRequest {
  const { values } = readArgs(args, { options });
  const mode = toMode(values.mode ?? 'hosted');
  if (values.base === undefined) throw new UsageError(BASE_IS_MISSING);
  const base = toUrl('--base', values.base);
  for (const name of Object.keys(values)) refuseUnlessIn(mode, name);
  const sdkUrl = values['sdk-url'] === undefined ? undefined : toUrl('--sdk-url', values['sdk-url']);
  const offersUrl =
    values['offers-url'] === undefined ? undefined : toUrl('--offers-url', values['offers-url']);
  const sdkIntegrity = values['sdk-integrity'];
  const connect = (values.connect ?? []).map((url) => toUrl('--connect', url));
  if (sdkIntegrity !== undefined && !sdkUrl) throw new UsageError('--sdk-integrity needs --sdk-url');
  if (sdkIntegrity !== undefined && !/^sha(256|384|512)-[\w+/]+={0,2}$/.test(sdkIntegrity)) {
    throw new UsageError(`--sdk-integrity needs a value such as sha384-…, got "${sdkIntegrity}"`);
  }
  if (base.search || base.hash) throw new UsageError(`--base needs a folder's URL, got "${base.href}"`);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  const scripts = (values.script ?? []).map(toPageScript);
  return { mode, base, sdkUrl, sdkIntegrity, offersUrl, connect, scripts };
}

function toMode(mode: string): Mode {
  if (isMode(mode)) return mode;
  throw new UsageError(`--mode is ${listed(Object.keys(headerModes))}, not "${mode}"`);
}

function isMode(mode: string): mode is Mode {
  return Object.hasOwn(headerModes, mode);
}

function refuseUnlessIn(mode: Mode, name: string): void {
  const modes = MODES_OF[name] ?? [mode];
  if (!modes.includes(mode)) throw new UsageError(`--${name} belongs to --mode ${listed(modes)}`);
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(names);
}

function toUrl(option: string, value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) return url;
  throw new UsageError(`${option} needs a whole URL with http or https, got "${value}"`);
}
