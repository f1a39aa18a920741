import { blockOf } from './fenced-blocks.ts';

/** Where this server has what a page imports of the package. */
const sources: Readonly<Record<string, string>> = {
  'rokt-upsell': '/src/index.ts',
  'rokt-upsell/messages': '/src/offers/messages/add-messages.ts',
  'rokt-upsell/messages/de': '/src/offers/messages/de.ts',
  'rokt-upsell/testing': '/src/testing/index.ts',
};

/** A block of a page, exactly as it is published. */
export async function block(path: string, number: number, language: string): Promise<string> {
  return blockOf(await (await fetch(path)).text(), number, language);
}

/** Runs JavaScript as a module of a page that has these globals; only where the package is found is another. */
export async function runModule(text: string, globals: object = {}): Promise<void> {
  Object.assign(window, globals);
  const code = text.replace(
    /\b(from|import) '(rokt-upsell[^']*)'/g,
    (whole, word: string, name: string) => `${word} '${location.origin}${sources[name] ?? whole}'`,
  );
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  await import(url);
  URL.revokeObjectURL(url);
}

/** The element of a sample of HTML, ready to be put into a page, and the scripts beside it. */
export function readMarkup(text: string) {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const element = page.querySelector('rokt-upsell');
  if (element === null) throw new Error(`expected an element in\n${text}`);
  return { element, scripts: [...page.querySelectorAll('script')] };
}
