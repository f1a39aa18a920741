/** The nonce of every script tag here; a policy counts it or does not. */
export const nonce = 'cGFnZQ';

/** Stands for the integrity of a file of the scripted server, which is filled in when the page is opened. */
export function sri(path: string): string {
  return `{sri ${path}}`;
}

/** The probe's tag, for pages that need more of it than the usual one has. */
export function probe(integrity: boolean): string {
  return scriptTag('/support/page/probe.js', { integrity, type: '' });
}

/** A checkout with Rokt's hosted launcher. */
export function hostedPage({
  sdkUrl = '/support/page/launcher.js',
  element = '',
  integrity = false,
}: {
  readonly sdkUrl?: string;
  readonly element?: string;
  readonly integrity?: boolean;
}): string {
  return `${scriptTag('/script/rokt-upsell.js', { integrity })}
    <rokt-upsell account-id="222" timeout="60000" sdk-url="${sdkUrl}" ${element}></rokt-upsell>`;
}

/** A checkout with offers of its own. */
export function offersPage({ integrity = false }: { readonly integrity?: boolean } = {}): string {
  return `${scriptTag('/script/rokt-upsell-offers.js', { integrity })}
    <rokt-upsell account-id="222" timeout="60000" offers-url="/offers/madison-square-garden.json"></rokt-upsell>`;
}

/** Both files once more, before the one that the page uses: the first to define the tag has it. */
export const twice = ['/script/rokt-upsell-offers.js', '/script/rokt-upsell.js']
  .map((file) => scriptTag(`${file}?copy`, {}))
  .join('');

/** A page that draws with its own Lit, loaded before ours. */
export const ownLit = `<script type="importmap" nonce="${nonce}">{ "imports": {
    "lit": "/node_modules/lit/index.js",
    "lit/": "/node_modules/lit/",
    "lit-html": "/node_modules/lit-html/lit-html.js",
    "lit-html/": "/node_modules/lit-html/",
    "lit-element/": "/node_modules/lit-element/",
    "@lit/reactive-element": "/node_modules/@lit/reactive-element/reactive-element.js"
  } }</script>
  <script type="module" nonce="${nonce}" src="/support/page/own-lit.js"></script>`;

function scriptTag(
  src: string,
  { integrity = false, type = 'type="module"' }: { readonly integrity?: boolean; readonly type?: string },
): string {
  const checked = integrity ? `crossorigin="anonymous" integrity="${sri(src)}"` : '';
  return `<script ${type} nonce="${nonce}" ${checked} src="${src}"></script>`;
}
