import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { UsageError } from './command.ts';
import type { PageScript } from './header-lines.ts';

/** What `--script URL=FILE` names: the file has the integrity that it has now. */
export function toPageScript(text: string): PageScript {
  const end = text.lastIndexOf('=');
  const [url, file] = [text.slice(0, end), text.slice(end + 1)];
  if (end < 1 || file === '') throw new UsageError(`--script needs URL=FILE, got "${text}"`);
  if (!/^(\/(?!\/)|https?:\/\/)[^\s"<>]*$/.test(url))
    throw new UsageError(`--script needs a path from / or a whole URL before =, got "${url}"`);
  return { url, integrity: `sha384-${createHash('sha384').update(read(file)).digest('base64')}` };
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (thrown) {
    throw new UsageError(`--script: ${(thrown as Error).message}`);
  }
}
