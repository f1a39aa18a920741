/** Opens an http or https link in a new tab that knows nothing of this one; any other link never. */
export function openLink(url: string): void {
  try {
    const { href } = new URL(url, document.baseURI);
    if (/^https?:/.test(href)) window.open(href, '_blank', 'noopener');
  } catch {
    // No URL, so there is nothing to open.
  }
}
