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

/** The launcher script that the page loads itself, if it does: resolves when it has run, and rejects when it failed. */
export function pagesScript(): Promise<unknown> | undefined {
  const tag = document.querySelector<HTMLScriptElement>(`script[src]#${TAG_ID}`);
  return window.RoktLauncherScriptPromise ?? (tag ? hasRun(tag) : undefined);
}

/**
 * The launcher script's tag, appended.
 *
 * @throws {TypeError} where the page's Trusted Types refuse it
 */
export function writeTag(url: URL, options: ScriptTagOptions): HTMLScriptElement {
  const { nonce = '', integrity = '', crossOrigin = 'anonymous' } = options;
  const tag = document.createElement('script');
  // A tag that stands there by now is dead or of another address; an id belongs to one.
  document.getElementById(TAG_ID)?.removeAttribute('id');
  const src = toScriptUrl(url);
  Object.assign(tag, { id: TAG_ID, fetchPriority: 'high', nonce, integrity, crossOrigin, src });
  document.head.append(tag);
  return tag;
}

/** Resolves when `tag` has run, and rejects when it failed. */
export function hasRun(tag: HTMLScriptElement): Promise<unknown> {
  return new Promise((resolve, reject) => {
    tag.addEventListener('load', resolve);
    tag.addEventListener('error', reject);
  });
}
