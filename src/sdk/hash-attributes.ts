import type { PlacementAttributes } from './launcher.ts';

/** SHA-256 of each value as lower-case hex, under its key with the suffix `sha256`: what Rokt's `hashAttributes` gives. */
export async function hashAttributes(attributes: PlacementAttributes): Promise<Record<string, string>> {
  const hashed = Object.entries(attributes).map(async ([name, value]) => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(String(value)));
    const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    return [`${name}sha256`, hex] as const;
  });
  return Object.fromEntries(await Promise.all(hashed));
}
