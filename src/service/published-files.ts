import { readFileSync } from 'node:fs';

/** The text of a file at the root of the package. Modules of the built service lie as deep as this one, two folders below it. */
export function readPublishedFile(name: 'openapi.json'): string {
  return readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
}
