import type { ReactElement } from 'react';
import * as ReactDOM from 'react-dom';

let container: Element | undefined;

/** Renders at once, as React 17 does. */
export function render(into: Element, node: ReactElement): void {
  container = into;
  ReactDOM.render(node, into);
}

/** Takes over what a server has rendered; React 17 reports by the console alone. */
export function hydrate(into: Element, node: ReactElement): void {
  container = into;
  ReactDOM.hydrate(node, into);
}

/** Takes everything off the page. */
export function unmount(): void {
  if (container) ReactDOM.unmountComponentAtNode(container);
}
