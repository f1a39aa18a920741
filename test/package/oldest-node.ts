import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'oldest-node');
const windows = process.platform === 'win32';

/** The oldest Node that the service runs on, installed once. (Beside the project's own it would take that one's place.) */
export function oldestNode(): string {
  const node = join(folder, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
  if (!existsSync(node))
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, shell: windows, stdio: 'pipe' });
  return node;
}
