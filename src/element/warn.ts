/** Tells whoever develops the page of something that only they can mend. */
export function warn(message: string): void {
  console.warn(`<rokt-upsell>: ${message}`);
}
