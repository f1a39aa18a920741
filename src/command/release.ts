import { readFileSync } from 'node:fs';

/** What was published: the version, and the integrity of each script-tag file. */
export interface Release {
  readonly version: string;
  readonly integrity: Readonly<Record<string, string>>;
}

/** The release that this command belongs to, as the files beside it say. */
export function readRelease(): Release {
  const { version } = read('../../package.json') as { version: string };
  return { version, integrity: read('../script/integrity.json') as Record<string, string> };
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}
