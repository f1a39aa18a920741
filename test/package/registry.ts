import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack, project } from './packed.ts';

/** A registry on this machine that has this package, as it would be published, and no other. */
export async function startRegistry() {
  const folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-registry-'));
  const file = readFileSync(join(folder, pack(folder)));
  rmSync(folder, { recursive: true });
  const { name, version, bin } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    bin: Readonly<Record<string, string>>;
  };
  const server = createServer((request, response) => {
    if (request.url?.endsWith('.tgz')) return void response.end(file);
    if (request.url !== `/${name}`) return void response.writeHead(404).end();
    const integrity = `sha512-${createHash('sha512').update(file).digest('base64')}`;
    const dist = { integrity, tarball: `${url}/${name}/-/${name}-${version}.tgz` };
    const versions = { [version]: { name, version, bin, dist } };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
