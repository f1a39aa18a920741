import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from '../setup/project.mjs';

const folder = join(root, 'dist', 'script');

/** Writes dist/script/integrity.json: each script-tag file with the value of its `integrity` attribute. */
export function writeIntegrity() {
  const entries = scriptFiles().map((file) => {
    const digest = createHash('sha384')
      .update(readFileSync(join(folder, file)))
      .digest('base64');
    return [file, `sha384-${digest}`];
  });
  writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}

/** One line a script-tag file with the bytes that a shopper's browser loads. */
export function sizeLines() {
  return scriptFiles().map((file) => {
    const size = brotliSize(readFileSync(join(folder, file)));
    return `dist/script/${file}  ${size.toLocaleString('en')} bytes (brotli)`;
  });
}

/**
 * Bytes after brotli at its best, as a CDN serves it.
 * @param {Buffer} content
 */
export function brotliSize(content) {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function scriptFiles() {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .sort();
}
