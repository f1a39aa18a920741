import { hostedPage, nonce, offersPage, ownLit, probe, sri, twice } from './pages.ts';

export type Engine = 'Chromium' | 'Firefox' | 'WebKit';

/** A page under a policy, and what becomes of the upsell there. */
export interface PolicyRow {
  /** The policy, as the matrix names it. */
  readonly name: string;
  readonly mode: 'hosted' | 'offers';
  readonly headers?: Readonly<Record<string, string>>;
  /** The frame's `sandbox` attribute. */
  readonly sandbox?: string;
  readonly html: string;
  readonly phase: 'ready' | 'failed';
  readonly code: string | null;
  /** The directives that are violated; none unless named. */
  readonly violations?: readonly string[];
}

const ready = { phase: 'ready', code: null } as const;
const blocked = { phase: 'failed', code: 'script-blocked' } as const;
const csp = (policy: string) => ({ 'content-security-policy': policy });

const STRICT = "script-src 'self'; style-src 'none'";
const TYPED = "require-trusted-types-for 'script'";
const OURS = `${TYPED}; trusted-types rokt-upsell`;
const INTEGRITY = { 'integrity-policy': 'blocked-destinations=(script)' };
const BROKEN_STORAGE = `<script>
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
    Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
  Object.defineProperty(document, 'cookie', { get() { throw new DOMException('denied', 'SecurityError'); } });
</script>`;

/** The same page for both sources of offers: what comes before the element, and what our file's tag has. */
function both(
  name: string,
  { before = '', integrity = false, element = '', ...page }: Partial<PolicyRow> & BothOptions,
): PolicyRow[] {
  const hosted = before + hostedPage({ integrity, element });
  const offers = before + offersPage({ integrity });
  return [
    { name, mode: 'hosted', html: hosted, ...ready, ...page },
    { name, mode: 'offers', html: offers, ...ready, ...page },
  ];
}

interface BothOptions {
  readonly before?: string;
  readonly integrity?: boolean;
  /** Attributes of the element with the hosted launcher. */
  readonly element?: string;
}

/** The policy matrix: pages under response headers. */
export const policyRows: readonly PolicyRow[] = [
  ...both(`\`${STRICT}\``, { headers: csp(STRICT) }),
  {
    name: "`default-src 'none'` and the launcher script: nothing else is fetched, framed or drawn by a style",
    mode: 'hosted',
    headers: csp("default-src 'none'; script-src 'self'"),
    html: hostedPage({}),
    ...ready,
  },
  {
    name: "`default-src 'none'` and the offers file: nothing else is fetched, framed or drawn by a style",
    mode: 'offers',
    headers: csp("default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'"),
    html: offersPage(),
    ...ready,
  },
  {
    name: 'The launcher’s host is not in `script-src`',
    mode: 'hosted',
    headers: csp("script-src 'self'"),
    html: hostedPage({ sdkUrl: '{cdn}/support/page/launcher.js' }),
    ...blocked,
    violations: ['script-src-elem'],
  },
  {
    name: 'The offers’ host is not in `connect-src`',
    mode: 'offers',
    headers: csp("connect-src 'none'"),
    html: offersPage(),
    phase: 'failed',
    code: 'offers-unavailable',
    violations: ['connect-src'],
  },
  ...both('A nonce alone, given to the element too', {
    headers: csp(`script-src 'nonce-${nonce}'`),
    element: `nonce="${nonce}"`,
  }),
  {
    name: 'A nonce alone, not given to the element',
    mode: 'hosted',
    headers: csp(`script-src 'nonce-${nonce}'`),
    html: hostedPage({}),
    ...blocked,
    violations: ['script-src-elem'],
  },
  ...both("A nonce with `'strict-dynamic'`", {
    headers: csp(`script-src 'nonce-${nonce}' 'strict-dynamic'`),
  }),
  ...both('Trusted Types, with our policies alone', { headers: csp(OURS) }),
  ...both('Trusted Types, beside a page with its own Lit', {
    headers: csp(`${OURS} lit-html`),
    before: ownLit,
  }),
  {
    name: 'Trusted Types, our file twice',
    mode: 'hosted',
    headers: csp(OURS),
    html: twice + hostedPage({}),
    ...ready,
  },
  {
    name: 'Trusted Types, our file twice',
    mode: 'offers',
    headers: csp(OURS),
    html: twice + offersPage(),
    ...ready,
  },
  {
    name: 'Trusted Types, without the policy `rokt-upsell`',
    mode: 'hosted',
    headers: csp(`${TYPED}; trusted-types other`),
    html: hostedPage({}),
    ...blocked,
    violations: ['require-trusted-types-for', 'trusted-types'],
  },
  {
    name: 'Trusted Types, without any policy of ours',
    mode: 'offers',
    headers: csp(`${TYPED}; trusted-types other`),
    html: offersPage(),
    ...ready,
  },
  {
    name: 'Trusted Types, a launcher script of a host that the page has not named',
    mode: 'hosted',
    headers: csp(OURS),
    html: hostedPage({ sdkUrl: 'https://launcher.example/launcher.js' }),
    ...blocked,
    violations: ['require-trusted-types-for'],
  },
  {
    name: 'A launcher script that is a `data:` URL, under any policy',
    mode: 'hosted',
    headers: csp(`script-src 'nonce-${nonce}' 'strict-dynamic'`),
    html: hostedPage({ sdkUrl: 'data:text/javascript,window.Rokt={}' }),
    ...blocked,
  },
  {
    name: 'Integrity of the launcher script, right',
    mode: 'hosted',
    html: hostedPage({ element: `integrity="${sri('/support/page/launcher.js')}"` }),
    ...ready,
  },
  {
    name: 'Integrity of the launcher script, wrong',
    mode: 'hosted',
    html: hostedPage({ element: `integrity="sha384-${'A'.repeat(64)}"` }),
    ...blocked,
  },
  ...both('Integrity of our own file, right (wrong: see the degrade matrix)', { integrity: true }),
  {
    name: '`Integrity-Policy: blocked-destinations=(script)`, a launcher script without integrity',
    mode: 'hosted',
    headers: INTEGRITY,
    html: probe(true) + hostedPage({ integrity: true }),
    ...blocked,
  },
  {
    name: '`Integrity-Policy: blocked-destinations=(script)`, a launcher script with integrity',
    mode: 'hosted',
    headers: INTEGRITY,
    html:
      probe(true) +
      hostedPage({ integrity: true, element: `integrity="${sri('/support/page/launcher.js')}"` }),
    ...ready,
  },
  {
    name: '`Integrity-Policy: blocked-destinations=(script)`',
    mode: 'offers',
    headers: INTEGRITY,
    html: probe(true) + offersPage({ integrity: true }),
    ...ready,
  },
  ...both('`sandbox="allow-scripts"`, an opaque origin', { sandbox: 'allow-scripts' }),
  ...both('Storage that throws', { before: BROKEN_STORAGE }),
  {
    name: "A nonce, Trusted Types, `style-src 'none'` and `Integrity-Policy`, all at once",
    mode: 'offers',
    headers: { ...csp(`script-src 'nonce-${nonce}'; style-src 'none'; ${OURS}`), ...INTEGRITY },
    html: probe(true) + offersPage({ integrity: true }),
    ...ready,
  },
];
