import { createHash } from 'node:crypto';
import { headerModes } from './header-modes.ts';
import { inventoryLines } from './inventory-lines.ts';
import type { Release } from './release.ts';

/** Whose offers the page shows, and how it comes by them. */
export type Mode = 'hosted' | 'offers' | 'sdk-plus';

/** What a page loads, and from where. */
export interface HeadersRequest {
  readonly mode: Mode;
  /** The folder of our files; ends in a slash. */
  readonly base: URL;
  /** The launcher script, or SDK+'s, where it is not Rokt's own. */
  readonly sdkUrl?: URL | undefined;
  readonly sdkIntegrity?: string | undefined;
  readonly offersUrl?: URL | undefined;
  /** Where else SDK+ is to send what it sends. */
  readonly connect: readonly URL[];
}

/** What a page sends and contains, with comments: one header or tag a line. */
export function headerLines(request: HeadersRequest, { version, integrity }: Release): string[] {
  const mode = headerModes[request.mode];
  const url = new URL(mode.file, request.base).href;
  const hash = integrity[mode.file] ?? '';
  const map = JSON.stringify({ integrity: { [url]: hash } });
  return [
    `# rokt-upsell ${version}, ${request.mode}: ${mode.file}`,
    '',
    "# Response headers. 'self' stands for the page's own scripts; unite the directives with those the page has.",
    ...mode.notes,
    `Content-Security-Policy: ${contentPolicy(request, toSource(url), map)}`,
    ...mode.trustedTypes,
    ...mode.integrityPolicy(request),
    '',
    '# In the head, the map before any module. Its hash is in script-src: change a letter and it is refused.',
    `<script type="importmap">${map}</script>`,
    `<script type="module" src="${url}" integrity="${hash}" crossorigin="anonymous"></script>`,
    '',
    '# Script inventory (PCI DSS 4.0.1, 6.4.3)',
    ...inventoryLines({ ...request, url, hash, version }),
  ];
}

function contentPolicy(request: HeadersRequest, file: string, map: string): string {
  const { script, frame, connect } = headerModes[request.mode].sources(request);
  const mapHash = `'sha256-${createHash('sha256').update(map).digest('base64')}'`;
  const directives = [['script-src', "'self'", mapHash, file, ...script]];
  if (frame) directives.push(['frame-src', ...frame]);
  if (connect) directives.push(['connect-src', "'self'", ...connect]);
  return directives.map((directive) => directive.join(' ')).join('; ');
}

/** A URL as CSP takes it: the characters that end a source or a directive are encoded. */
function toSource(url: string): string {
  return url.replaceAll(';', '%3B').replaceAll(',', '%2C');
}
