import { UpsellError } from '../model/index.ts';

/** The target's id where the page gives none. */
export const DEFAULT_TARGET_ID = 'rokt-placeholder';

/**
 * The node for the placements to appear in, which is there afterwards.
 *
 * Rokt looks its node up from the document, so it is in light DOM: the page's own child without a slot, which is left
 * alone, or else a `<div>` with the target's id that is appended here.
 *
 * @throws {UpsellError} `duplicate-target` when the document has the id twice
 */
export function ensureMount(host: HTMLElement, targetId: string): Element {
  const own = host.querySelector(':scope > [data-rokt-upsell-mount]');
  if (own && own.id !== targetId) own.remove();
  let mount = host.querySelector(':scope > :not([slot])');
  if (!mount) {
    mount = document.createElement('div');
    mount.id = targetId;
    mount.setAttribute('data-rokt-upsell-mount', '');
    host.append(mount);
  }
  const named = document.querySelectorAll(`#${CSS.escape(targetId)}`);
  if (named.length < 2) return named[0] ?? mount;
  const why = `"${targetId}" is there ${named.length} times: set target-id`;
  throw new UpsellError('duplicate-target', why);
}
