import { isRecord } from '../../model/index.ts';
import type { PlacementAttributes } from '../../sdk/index.ts';
import type { SelectAnswer, SelectWish } from '../protocol.ts';

/** Asks the service that the frame is from for the offers. Rejects with the status of its answer. */
export async function selectOffers({ lang, attributes, ...wish }: SelectWish): Promise<SelectAnswer> {
  const language = 'locale' in attributes ? undefined : toLanguageTag(lang);
  const response = await fetch(new URL('../../v1/selections', location.href), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(language && { 'accept-language': language }) },
    body: JSON.stringify({ ...wish, attributes: toTexts(attributes) }),
  });
  if (!response.ok) throw new Error(`${location.host}: the selection was answered with ${response.status}`);
  return (await response.json()) as SelectAnswer;
}

/** Every attribute as the text that it is on the wire. */
function toTexts(attributes: PlacementAttributes): Record<string, string> {
  const given = Object.entries(attributes).filter(([, value]) => value != null);
  return Object.fromEntries(given.map(([name, value]) => [name, toText(value)]));
}

function toText(value: unknown): string {
  return isRecord(value) || Array.isArray(value) ? JSON.stringify(value) : String(value);
}

/** `lang` as a header can have it. */
function toLanguageTag(lang: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(lang)[0];
  } catch {
    // No language tag: the shopper's own is asked for.
    return undefined;
  }
}
