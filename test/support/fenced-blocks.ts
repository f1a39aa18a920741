/** What a page of Markdown shows as code, in its order. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a page. */
export function fencedBlocks(page: string): Block[] {
  const found = page.matchAll(/^(`{3,})(\w*)\n([\s\S]*?)\n\1$/gm);
  return Array.from(found, ([, , language = '', text = '']) => ({ language, text }));
}

/** One of them by its number; throws where it is in another language, or not there. */
export function blockOf(page: string, number: number, language: string): string {
  const block = fencedBlocks(page)[number];
  if (block?.language !== language)
    throw new Error(
      `expected block ${number} in ${language || 'no language'}, got ${block?.language ?? 'none'}`,
    );
  return block.text;
}
