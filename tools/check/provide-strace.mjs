import { canInstall, installStrace } from '../setup/apt.mjs';
import { findStrace } from '../setup/strace.mjs';

/** Installs strace where it is missing and that may be done; the tests that need it are skipped without. */
export async function provideStrace() {
  if (process.platform === 'linux' && findStrace() === undefined && canInstall()) await installStrace();
}
