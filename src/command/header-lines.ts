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
  /** The page's own scripts. */
  readonly scripts: readonly PageScript[];
}

/** A script of the page's own, as it is now. */
export interface PageScript {
  /** As the page names it, such as `/page.js`. */
  readonly url: string;
  readonly integrity: string;
}

/** What a page sends and contains, with comments: one header or tag a line. */
export function headerLines(request: HeadersRequest, { version, integrity }: Release): string[] {
  const mode = headerModes[request.mode];
  const [own, cart] = [mode.file, 'cart.js'].map((file) => ({
    url: new URL(file, request.base).href,
    integrity: integrity[file] ?? '',
  })) as [PageScript, PageScript];
  const files = [own, cart, ...request.scripts];
  const map = JSON.stringify({
    integrity: Object.fromEntries(files.map((file) => [file.url, file.integrity])),
  });
  return [
    `# rokt-upsell ${version}, ${request.mode}: ${mode.file}, and cart.js for connectCart`,
    '',
    "# Response headers. 'self' stands for the page's own scripts; unite the directives with those the page has.",
    ...mode.notes,
    `Content-Security-Policy: ${contentPolicy(request, files, map)}`,
    ...mode.trustedTypes,
    ...mode.integrityPolicy(request),
    '',
    '# In the head, the map before any module. Its hash is in script-src: change a letter and it is refused.',
    `<script type="importmap">${map}</script>`,
    scriptTag(own),
    `# A script of yours takes cart.js by: import { connectCart } from '${cart.url}';`,
    ...ownScripts(request.scripts),
    '',
    '# Script inventory (PCI DSS 4.0.1, 6.4.3)',
    ...inventoryLines({ ...request, own, cart, version }),
  ];
}

function scriptTag({ url, integrity }: PageScript): string {
  return `<script type="module" src="${url}" integrity="${integrity}" crossorigin="anonymous"></script>`;
}

function ownScripts(scripts: readonly PageScript[]): string[] {
  if (scripts.length > 0) return scripts.map(scriptTag);
  return ['# Your own scripts need an integrity under Integrity-Policy: name each as --script URL=FILE.'];
}

function contentPolicy(request: HeadersRequest, files: readonly PageScript[], map: string): string {
  const { script, frame, connect } = headerModes[request.mode].sources(request);
  const mapHash = `'sha256-${createHash('sha256').update(map).digest('base64')}'`;
  // A path alone is of the page's own origin, which 'self' allows.
  const urls = files.filter(({ url }) => !url.startsWith('/')).map(({ url }) => toSource(url));
  const directives = [['script-src', "'self'", mapHash, ...urls, ...script]];
  if (frame) directives.push(['frame-src', ...frame]);
  if (connect) directives.push(['connect-src', "'self'", ...connect]);
  return directives.map((directive) => directive.join(' ')).join('; ');
}

/** A URL as CSP takes it: the characters that end a source or a directive are encoded. */
function toSource(url: string): string {
  return url.replaceAll(';', '%3B').replaceAll(',', '%2C');
}
