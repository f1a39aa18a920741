import { UpsellError } from '../model/index.ts';

/**
 * Sees to it that there is one node for the placements to appear in.
 *
 * Rokt looks its node up from the document, so it is in light DOM: the page's own children without a slot, which are left
 * alone, or else a `<div>` with the target's id that is appended here.
 *
 * @throws {UpsellError} `duplicate-target` when the document has the id twice
 */
export function ensureMount(host: HTMLElement, targetId: string): void {
  const own = host.querySelector(':scope > [data-rokt-upsell-mount]');
  if (own && own.id !== targetId) own.remove();
  if (!host.querySelector(':scope > :not([slot])')) {
    const mount = document.createElement('div');
    mount.id = targetId;
    mount.dataset['roktUpsellMount'] = '';
    host.append(mount);
  }
  const count = document.querySelectorAll(targetSelector(targetId)).length;
  if (count > 1) {
    throw new UpsellError(
      'duplicate-target',
      `expected one element with the id "${targetId}" in the document, got ${count}; give each upsell a target-id`,
    );
  }
}

/** The selector by which a mount node is found. */
export function targetSelector(targetId: string): string {
  return `#${CSS.escape(targetId)}`;
}
