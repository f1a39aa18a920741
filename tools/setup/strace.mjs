import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of strace; undefined where there is none. @returns {string | undefined} */
export function findStrace() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...folders, '/usr/bin'].map((folder) => join(folder, 'strace')).find(isProgram);
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // Not there.
  }
}
