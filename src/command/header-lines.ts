import { createHash } from 'node:crypto';
import { inventoryLines } from './inventory-lines.ts';
import type { Release } from './release.ts';

/** Whose offers the page shows: those of Rokt's hosted launcher, or its own. */
export type Mode = 'hosted' | 'offers';

/** What a page loads, and from where. */
export interface HeadersRequest {
  readonly mode: Mode;
  /** The folder of our files; ends in a slash. */
  readonly base: URL;
  /** The launcher script, where it is not Rokt's own. */
  readonly sdkUrl?: URL | undefined;
  readonly sdkIntegrity?: string | undefined;
  readonly offersUrl?: URL | undefined;
}

const ROKT = ['https://apps.rokt.com', 'https://apps.rokt-api.com', 'https://apps.roktecommerce.com'];

/** What a page sends and contains, with comments: one header or tag a line. */
export function headerLines(request: HeadersRequest, { version, integrity }: Release): string[] {
  const { mode, base, sdkIntegrity } = request;
  const file = mode === 'hosted' ? 'rokt-upsell.js' : 'rokt-upsell-offers.js';
  const url = new URL(file, base).href;
  const hash = integrity[file] ?? '';
  const map = JSON.stringify({ integrity: { [url]: hash } });
  return [
    `# rokt-upsell ${version}, ${mode}: ${file}`,
    '',
    "# Response headers. 'self' stands for the page's own scripts; unite the directives with those the page has.",
    `Content-Security-Policy: ${contentPolicy(request, toSource(url), map)}`,
    ...trustedTypes(mode),
    ...integrityPolicy(mode, sdkIntegrity),
    '',
    '# In the head, the map before any module. Its hash is in script-src: change a letter and it is refused.',
    `<script type="importmap">${map}</script>`,
    `<script type="module" src="${url}" integrity="${hash}" crossorigin="anonymous"></script>`,
    '',
    '# Script inventory (PCI DSS 4.0.1, 6.4.3)',
    ...inventoryLines({ ...request, url, hash, version }),
  ];
}

function contentPolicy({ mode, sdkUrl, offersUrl }: HeadersRequest, file: string, map: string): string {
  const mapHash = `'sha256-${createHash('sha256').update(map).digest('base64')}'`;
  const launchers = sdkUrl ? [sdkUrl.origin] : ROKT;
  if (mode === 'hosted') {
    const scripts = `script-src 'self' ${[mapHash, file, ...launchers].join(' ')}`;
    return `${scripts}; frame-src ${launchers.join(' ')}`;
  }
  const connections = offersUrl ? `'self' ${offersUrl.origin}` : "'self'";
  return `script-src 'self' ${mapHash} ${file}; connect-src ${connections}`;
}

/** In a header of their own, so that they can be reported before they are enforced. */
function trustedTypes(mode: Mode): string[] {
  const header = "Content-Security-Policy: require-trusted-types-for 'script'; trusted-types rokt-upsell";
  if (mode === 'offers') return [`${header}-html`];
  const advice = 'send this one as Content-Security-Policy-Report-Only first';
  return [`# Rokt does not publish whether its own script keeps to Trusted Types: ${advice}.`, header];
}

function integrityPolicy(mode: Mode, sdkIntegrity: string | undefined): string[] {
  if (mode === 'hosted' && sdkIntegrity === undefined) {
    return [
      '# No Integrity-Policy: it would block the launcher script, which has no integrity at its own URL.',
    ];
  }
  return [
    '# Every script of the page then needs an integrity.',
    'Integrity-Policy: blocked-destinations=(script)',
  ];
}

/** A URL as CSP takes it: the characters that end a source or a directive are encoded. */
function toSource(url: string): string {
  return url.replaceAll(';', '%3B').replaceAll(',', '%2C');
}
