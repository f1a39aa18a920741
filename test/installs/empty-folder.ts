import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { machinePath, ownNode, root } from '../../tools/setup/project.mjs';
import { run } from '../../tools/setup/run.mjs';
import { pack } from '../package/packed.ts';

/** Nobody is told of what is built here. */
const environment = {
  PATH: [dirname(ownNode), machinePath()].join(delimiter),
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
};

export type EmptyFolder = ReturnType<typeof openEmptyFolder>;

/** An empty folder of its own, far from this project's packages. */
export function openEmptyFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-empty-'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const runHere = async (line: string) => {
    const result = await run(line, [], { cwd: folder, limit: 10 * 60_000, env: environment, shell: true });
    if (result.code !== 0) throw new Error(`${line}\n${result.output}`);
    return result.output;
  };
  return {
    folder,
    environment,
    /** Runs a command line; throws with what it wrote when it fails. */
    run: runHere,
    write(path: string, text: string) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    /** Installs what we would publish, and `packages`, each with its version, as npm does it by itself. */
    async install(packages: readonly string[]) {
      const tarball = pack(folder);
      await runHere(
        `npm install --no-audit --no-fund --no-progress --prefer-offline ./${tarball} ${packages.join(' ')}`,
      );
      rmSync(join(folder, tarball));
    },
    close: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** `name@version`, with the version that a package.json of this project has locked; throws where `wanted`, as `name@21`, asks for another. */
export function locked(wanted: string, folder: string): string {
  const [, name = '', major = ''] = /^(.[^@]*)(?:@(.*))?$/.exec(wanted) ?? [];
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(root, folder, 'package.json'), 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', Record<string, string> | undefined>;
  const version = dependencies?.[name] ?? devDependencies?.[name];
  if (version === undefined || !`${version}.`.startsWith(major && `${major}.`))
    throw new Error(`expected ${wanted} in ${folder}/package.json, got ${version}`);
  return `${name}@${version}`;
}
