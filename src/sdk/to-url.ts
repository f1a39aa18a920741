/** `text` as a URL, as the browser's own parser reads it, which is what a disguise is made for; undefined where it is none. */
export function toUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    // No URL at all.
    return undefined;
  }
}
