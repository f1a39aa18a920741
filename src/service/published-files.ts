import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file of the package that the service serves. */
type PublishedFile = 'openapi.json' | `dist/${'console' | 'standin'}/${string}.js`;

/** The text of a file at the root of the package. Modules of the built service lie as deep as this one, two folders below it. */
export function readPublishedFile(name: PublishedFile): string {
  return readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
}

/** A script of the package, read when it is first asked for. */
export class PublishedScript {
  readonly #name: PublishedFile;
  #text: string | undefined;
  #etag: string | undefined;

  constructor(name: PublishedFile) {
    this.#name = name;
  }

  get text(): string {
    this.#text ??= readPublishedFile(this.#name);
    return this.#text;
  }

  /** Another one for each text. */
  get etag(): string {
    this.#etag ??= `"${createHash('sha256').update(this.text).digest('base64url')}"`;
    return this.#etag;
  }
}
