import { canInstall, installEngines } from '../setup/apt.mjs';
import { engineNames, findEngines } from '../setup/engines.mjs';
import { Trouble } from '../setup/trouble.mjs';

const labels = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKitGTK' };

/**
 * Finds the wanted engines, installs them where that may be done, and says which ones are used.
 * @param {import('./options.mjs').Options} options
 * @returns {Promise<import('../setup/engines.mjs').Engines>}
 */
export async function provideEngines({ engines: wanted, requiredEngines }) {
  let found = findEngines();
  if (wanted.some((name) => !(name in found)) && canInstall()) {
    await installEngines();
    found = findEngines();
  }
  const used = engineNames.filter((name) => name in found && wanted.includes(name));
  const missing = engineNames.filter((name) => !used.includes(name));
  if (used.length < requiredEngines) {
    throw new Trouble(
      `${requiredEngines} browser engines are required, ${used.length} found: ${list(used)}.`,
    );
  }
  const lack = missing.length > 0 ? ` (without ${list(missing)})` : '';
  console.log(`Engines: ${list(used)}${lack}`);
  return Object.fromEntries(used.map((name) => [name, found[name]]));
}

/** @param {(keyof typeof labels)[]} names */
function list(names) {
  return names.map((name) => labels[name]).join(', ') || 'none';
}
