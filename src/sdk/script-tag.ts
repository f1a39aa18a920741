import { UpsellError } from '../model/index.ts';
import { isAllowedOrigin } from './script-origins.ts';
import { toScriptUrl } from './trusted-types.ts';

/** How the launcher script's tag is to be written. */
export interface ScriptTagOptions {
  readonly nonce?: string | undefined;
  /** Subresource integrity, for a pinned URL; Rokt's own has none. */
  readonly integrity?: string | undefined;
  readonly crossOrigin?: string | undefined;
}

/** The id by which Rokt's own snippets and kits know the tag. */
export const TAG_ID = 'rokt-launcher';

/** Shorter than an upsell's own time-out, so that a second attempt can still serve it. */
export const ATTEMPT_TIMEOUT = 8_000;

const ours = new WeakSet<Element>();

/** The launcher script's tag that the page has written itself. */
export function pagesTag(): HTMLScriptElement | undefined {
  const tag = document.getElementById(TAG_ID);
  const isPages = tag instanceof HTMLScriptElement && tag.src !== '' && !ours.has(tag);
  return isPages ? tag : undefined;
}

/** Appends the tag; resolves when its script has run. Rejects with `script-blocked` or `script-timeout`. */
export async function runScript(url: URL, options: ScriptTagOptions): Promise<void> {
  const tag = createTag(url, options);
  // A tag that stands there by now is dead or of another address; an id belongs to one.
  document.getElementById(TAG_ID)?.removeAttribute('id');
  document.head.append(tag);
  try {
    await hasRun(tag);
  } catch (thrown) {
    tag.remove();
    throw thrown;
  }
}

function createTag(url: URL, { nonce, integrity, crossOrigin }: ScriptTagOptions): HTMLScriptElement {
  const tag = document.createElement('script');
  ours.add(tag);
  tag.id = TAG_ID;
  tag.async = true;
  tag.crossOrigin = crossOrigin ?? 'anonymous';
  tag.fetchPriority = 'high';
  if (nonce) tag.nonce = nonce;
  if (integrity) tag.integrity = integrity;
  try {
    tag.src = toScriptUrl(url);
  } catch (cause) {
    const why = isAllowedOrigin(url)
      ? 'the policy rokt-upsell'
      : `${url.host}: name it by RoktUpsellElement.allowScriptOrigin()`;
    throw new UpsellError('script-blocked', `the page's Trusted Types do not allow ${why}`, { cause });
  }
  return tag;
}

/** Resolves when `tag` has run; rejects when it failed or nothing was heard of it. */
export function hasRun(tag: HTMLScriptElement): Promise<void> {
  const { host } = new URL(tag.src);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settled = new Promise<void>((resolve, reject) => {
    const silence = new UpsellError('script-timeout', `no answer from ${host}`);
    timer = setTimeout(reject, ATTEMPT_TIMEOUT, silence);
    const why = `the launcher script of ${host}: an ad blocker, a policy or the network`;
    tag.addEventListener('load', () => resolve());
    tag.addEventListener('error', () => reject(new UpsellError('script-blocked', why)));
  });
  return settled.finally(() => clearTimeout(timer));
}
