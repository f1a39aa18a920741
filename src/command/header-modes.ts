import { launcherUrl, ROKT_HOSTS } from '../model/index.ts';
import type { HeadersRequest, Mode } from './header-lines.ts';

/** One script of the page, as an inventory names it. */
export interface InventoryEntry {
  readonly script: string;
  readonly version: string;
  readonly integrity: string;
  readonly purpose: string;
  readonly data: string;
  readonly origins: string;
}

/** Sources of a Content-Security-Policy beside the page's own and our file. */
export interface PolicySources {
  readonly script: readonly string[];
  readonly frame?: readonly string[];
  /** None: nothing is fetched. */
  readonly connect?: readonly string[];
}

/** What one mode sends and contains that another does not. */
export interface HeaderMode {
  /** Our file that the page loads. */
  readonly file: string;
  /** What our file is there for, in the inventory's words. */
  readonly purpose: string;
  /** What our file knows of the page and the shopper, in the inventory's words. */
  readonly data: string;
  /** The origins that our file itself sends to, in the inventory's words. */
  origins(request: HeadersRequest): string;
  /** What the page has to do besides, as comments. */
  readonly notes: readonly string[];
  sources(request: HeadersRequest): PolicySources;
  readonly trustedTypes: readonly string[];
  integrityPolicy(request: HeadersRequest): readonly string[];
  /** The scripts that come with ours. */
  scripts(request: HeadersRequest): readonly InventoryEntry[];
}

const ROKT = ROKT_HOSTS.map((host) => `https://${host}`);
const HOSTS = ROKT_HOSTS.join(', ');
/** In a header of their own, so that they can be reported before they are enforced. */
const TRUSTED_TYPES =
  "Content-Security-Policy: require-trusted-types-for 'script'; trusted-types rokt-upsell";
const INTEGRITY_POLICY = [
  '# Every script of the page then needs an integrity.',
  'Integrity-Policy: blocked-destinations=(script)',
];

const DATA =
  'placement attributes set by the page, quantities of upsells; no card data, cookies, storage or key listeners';

const LAUNCHER = {
  version: 'changes every two weeks',
  integrity: 'none',
  purpose: "Rokt's launcher: chooses and draws the upsells, in frames of its own origin",
  data: 'placement attributes set by the page; see your agreement with Rokt',
};

const hosted: HeaderMode = {
  file: 'rokt-upsell.js',
  purpose: "shows Rokt's upsells in the checkout",
  data: DATA,
  origins: () => 'none',
  notes: [],
  sources({ sdkUrl }) {
    const launchers = sdkUrl ? [sdkUrl.origin] : ROKT;
    return { script: launchers, frame: launchers };
  },
  trustedTypes: [
    '# Rokt does not publish whether its own script keeps to Trusted Types: send this one as Content-Security-Policy-Report-Only first.',
    TRUSTED_TYPES,
  ],
  integrityPolicy({ sdkIntegrity }) {
    if (sdkIntegrity !== undefined) return INTEGRITY_POLICY;
    return [
      '# No Integrity-Policy: it would block the launcher script, which has no integrity at its own URL.',
    ];
  },
  scripts({ sdkUrl, sdkIntegrity }) {
    const script = sdkUrl?.href ?? launcherUrl();
    const pinned = sdkIntegrity === undefined ? {} : { version: 'pinned', integrity: sdkIntegrity };
    return [{ script, ...LAUNCHER, ...pinned, origins: sdkUrl?.origin ?? HOSTS }];
  },
};

const offers: HeaderMode = {
  file: 'rokt-upsell-offers.js',
  purpose: "shows the shop's own upsells in the checkout",
  data: 'placement attributes set by the page, quantities of upsells, keys pressed on its own offers; session storage only with remember; no card data or cookies',
  origins: ({ offersUrl }) => offersUrl?.origin ?? "the page's own",
  notes: [],
  sources: ({ offersUrl }) => ({ script: [], connect: offersUrl ? [offersUrl.origin] : [] }),
  trustedTypes: [TRUSTED_TYPES],
  integrityPolicy: () => INTEGRITY_POLICY,
  scripts: () => [],
};

const sdkPlus: HeaderMode = {
  file: 'rokt-upsell.js',
  purpose: "shows Rokt's upsells in the checkout",
  data: DATA,
  origins: () => 'none',
  notes: [
    "# Rokt's snippet is text in the page: put it into a file of your own, or add its nonce or hash to script-src.",
    "# With it, mParticle's calls go to Rokt's hosts. With mParticle's own snippet they go to mParticle's: name those by --connect.",
  ],
  sources({ sdkUrl, connect }) {
    const origins = sdkUrl ? [sdkUrl.origin, ...ROKT] : ROKT;
    return { script: origins, frame: origins, connect: [...origins, ...connect.map(({ origin }) => origin)] };
  },
  trustedTypes: [
    "# No Trusted Types: Rokt's snippet and mParticle's kit set the URLs of scripts as plain text, which they refuse.",
  ],
  integrityPolicy: () => [
    "# No Integrity-Policy: it would block SDK+'s scripts, which have no integrity at their own URLs.",
  ],
  scripts({ sdkUrl, connect }) {
    const script = sdkUrl?.href ?? 'https://apps.rokt-api.com/js/v2/<your API key>/app.js';
    const origins = [HOSTS, ...connect.map(({ host }) => host)].join(', ');
    return [
      {
        script,
        version: 'as your mParticle account is set up',
        integrity: 'none',
        purpose: "mParticle's SDK+: knows the shopper, and loads Rokt's launcher by its kit",
        data: 'placement attributes set by the page, kept as attributes of the mParticle user; see your agreement with Rokt',
        origins,
      },
      {
        script: launcherUrl('apps.rokt-api.com'),
        ...LAUNCHER,
        origins: HOSTS,
      },
    ];
  },
};

/** The modes by their names on the command line. */
export const headerModes: Readonly<Record<Mode, HeaderMode>> = { hosted, offers, 'sdk-plus': sdkPlus };
