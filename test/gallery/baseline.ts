import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The pictures of one engine as they were when they were last looked at. */
export class Baseline {
  readonly #folder: string;
  readonly #stamp: string;

  /**
   * @param folder of the engine's pictures
   * @param version of the browser: with the fonts of this machine it is what pictures depend on besides ourselves
   */
  constructor(folder: string, version: string) {
    this.#folder = folder;
    this.#stamp = `${version}, fonts ${fonts()}\n`;
  }

  /** True where its pictures were taken by this browser with these fonts. */
  get isOfThisMachine(): boolean {
    const file = this.#file('stamp.txt');
    return existsSync(file) && readFileSync(file, 'utf8') === this.#stamp;
  }

  read(name: string): Uint8Array {
    return readFileSync(this.#file(`${name}.png`));
  }

  write(name: string, picture: Uint8Array): void {
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(this.#file(`${name}.png`), picture);
    writeFileSync(this.#file('stamp.txt'), this.#stamp);
  }

  #file(name: string): string {
    return join(this.#folder, name);
  }
}

/** Which fonts there are, in short. */
function fonts(): string {
  let list = process.platform as string;
  try {
    list = execFileSync('fc-list', [':', 'family', 'style', 'fontversion'], { encoding: 'utf8' });
  } catch {
    // Without fontconfig the system has to do: its fonts come with it.
  }
  const sorted = list.split('\n').sort().join('\n');
  return createHash('sha256').update(sorted).digest('hex').slice(0, 16);
}
