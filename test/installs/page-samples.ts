/** What a reader does next: writes a file, or runs a command. */
export type Act = { readonly path: string; readonly text: string } | { readonly command: string };

export interface Samples {
  /** The packages that the page has installed, without ours. */
  readonly packages: readonly string[];
  /** What a reader does by each section of the page that has files; what comes before the first of them belongs to it. */
  readonly sections: readonly (readonly Act[])[];
}

const block = /^(`{3,})(\w*)\n([\s\S]*?)\n\1$/gm;

/**
 * The samples of a page in its order. A block is commands (`sh`), or a file that the paragraph above it names last, before
 * its colon; throws for any other: what a page shows has to be something to do.
 */
export function readSamples(page: string): Samples {
  const packages: string[] = [];
  const sections: Act[][] = [];
  let early: Act[] = [];
  for (const section of page.split(/^(?=## )/m)) {
    const acts = [...early, ...actsOf(section, packages)];
    const hasFiles = acts.some((act) => 'path' in act);
    if (hasFiles) sections.push(acts);
    early = hasFiles ? [] : acts;
  }
  return { packages: packages.filter((name) => name !== 'rokt-upsell'), sections };
}

function actsOf(section: string, packages: string[]): Act[] {
  const acts: Act[] = [];
  let end = 0;
  for (const found of section.matchAll(block)) {
    const [whole, , language, text = ''] = found;
    const above = section.slice(end, found.index).trim().split('\n\n').at(-1) ?? '';
    end = found.index + whole.length;
    if (language !== 'sh') {
      acts.push({ path: fileAbove(above, text), text: `${text}\n` });
      continue;
    }
    for (const command of text.split('\n')) {
      if (command.startsWith('npm install')) packages.push(...packagesOf(command));
      else acts.push({ command });
    }
  }
  return acts;
}

function packagesOf(command: string): string[] {
  return command.split(' ').filter((word, index) => index > 1 && !word.startsWith('-'));
}

function fileAbove(above: string, text: string): string {
  const names = [...above.matchAll(/`([^`\s]+\.\w+)`/g)].map(([, name]) => name);
  const last = names.at(-1);
  if (!above.endsWith(':') || last === undefined)
    throw new Error(`expected the name of a file above\n${text}\ngot "${above}"`);
  return last;
}
