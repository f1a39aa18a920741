import { StrictMode, useEffect } from 'react';
import { hydrateRoot } from 'react-dom/client';
import concert from '../../../stories/concert.json';
import { Offers } from './offers.tsx';

const errors: string[] = [];
const node = document.querySelector('rokt-upsell');
Object.assign(window, { hydration: { errors, node } });

for (const level of ['error', 'warn'] as const)
  console[level] = (...words: unknown[]) => void errors.push(words.map(String).join(' '));
const report = (error: unknown) => void errors.push(String(error));

/**
 * Defines the tag once the page is hydrated: before, nothing may appear in it that the server has not sent. React hands no
 * object to a node that it has not made.
 */
function Page() {
  useEffect(() => {
    if (node) node.placementAttributes = concert.attributes;
    void import('rokt-upsell');
  }, []);
  return <Offers />;
}

hydrateRoot(
  document.querySelector('#app') ?? document.body,
  <StrictMode>
    <Page />
  </StrictMode>,
  { onRecoverableError: report, onCaughtError: report, onUncaughtError: report },
);
