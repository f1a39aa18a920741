/** What a page of Markdown shows as code, in its order. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a page. */
export function fencedBlocks(page: string): Block[] {
  const found = page.matchAll(/^( *)(`{3,})(\w*)\n([\s\S]*?)\n\1\2$/gm);
  return Array.from(found, ([, indentation = '', , language = '', text = '']) => ({
    language,
    text: text.replace(new RegExp(`^${indentation}`, 'gm'), ''),
  }));
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
