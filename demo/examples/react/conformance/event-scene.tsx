import type { RoktUpsellElement } from 'rokt-upsell';
import { useEffect, useRef } from 'react';
import { upsellEvents } from '../../../log.js';

/** What the bindings of the scene `events` got, in order. */
export const heard: { type: string; handler: string }[] = [];

const hear = (handler: string) => (event: Event) => void heard.push({ type: event.type, handler });

const asProp = hear('oncart-item-updated={…}');
const whileCapturing = hear('oncart-item-updatedCapture={…}');
const byRef = hear('ref and addEventListener');

/** Every event of the element in each spelling that React has: as a prop, as a prop for its capture, and by a ref. */
export function EventScene() {
  const upsell = useRef<RoktUpsellElement>(null);
  const props = upsellEvents.flatMap((type) => [
    [`on${type}`, asProp],
    [`on${type}Capture`, whileCapturing],
  ]);

  useEffect(() => {
    const listening = new AbortController();
    for (const type of upsellEvents)
      upsell.current?.addEventListener(type, byRef, { signal: listening.signal });
    return () => listening.abort();
  }, []);

  return <rokt-upsell ref={upsell} {...Object.fromEntries(props)} />;
}
