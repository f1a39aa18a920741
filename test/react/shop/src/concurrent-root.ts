import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';

let root: Root | undefined;

/** Renders at once, by the roots of React 18 and later. */
export function render(container: Element, node: ReactNode): void {
  root ??= createRoot(container);
  flushSync(() => root?.render(node));
}

/** Takes over what a server has rendered. */
export function hydrate(container: Element, node: ReactNode, report: (error: unknown) => void): void {
  root = hydrateRoot(container, node, { onRecoverableError: report });
}

/** Takes everything off the page. */
export function unmount(): void {
  root?.unmount();
  root = undefined;
}
