import type { RoktUpsellElement } from 'rokt-upsell';
import { useEffect, useRef } from 'react';
import { upsellEvents } from '../../../log.js';

/** What the bindings of the scene `events` got, in order. */
export const heard: { type: string; handler: string }[] = [];

const listener = (handler: string) => (event: Event) => void heard.push({ type: event.type, handler });

/** Every event of the element in each spelling that React has: as a prop, as a prop for its capture, and by a ref. */
export function EventScene() {
  const upsell = useRef<RoktUpsellElement>(null);
  const props = upsellEvents.flatMap((type) => [
    [`on${type}`, listener(`on${type}`)],
    [`on${type}Capture`, listener(`on${type}Capture`)],
  ]);

  useEffect(() => {
    const listening = new AbortController();
    for (const type of upsellEvents)
      upsell.current!.addEventListener(type, listener('ref'), { signal: listening.signal });
    return () => listening.abort();
  }, []);

  return <rokt-upsell ref={upsell} {...Object.fromEntries(props)} />;
}
