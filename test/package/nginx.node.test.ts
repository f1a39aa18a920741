import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { it } from 'node:test';
import { freePort } from '../../tools/setup/free-port.mjs';
import { blockOf } from '../support/fenced-blocks.ts';
import { openAlone } from './alone.ts';
import { listens } from '../../tools/setup/listens.mjs';
import { project } from './packed.ts';

const isThere = (program: string, version: string) => spawnSync(program, [version]).status === 0;
const nginx = ['nginx', '/usr/sbin/nginx'].find((program) => isThere(program, '-v'));
const skip = nginx === undefined || !isThere('openssl', 'version') ? 'nginx is not installed' : false;

/** A configuration around the block of the page, whose ports are others. */
function configuration(folder: string, port: number, service: string): string {
  const shown = blockOf(readFileSync(join(project, 'docs/production.md'), 'utf8'), 6, 'nginx');
  const placed = shown
    .replace('127.0.0.1:4010', new URL(service).host)
    .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`);
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/temporary;`,
  );
  return `daemon off; master_process off; error_log stderr; pid ${folder}/nginx.pid; events {}
    http { access_log off; ${places.join(' ')}
    ssl_certificate ${folder}/certificate.pem; ssl_certificate_key ${folder}/key.pem;
    ${placed} }`;
}

it(
  'nginx, configured as docs/production.md has it, hands on calls, addresses and ids',
  { skip },
  async (t) => {
    const alone = openAlone();
    t.after(() => alone.close());
    const folder = join(alone.folder, 'nginx');
    mkdirSync(folder);
    const subject = ['-subj', '/CN=upsell.example', '-days', '1'];
    const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject, ...files], {
      stdio: 'ignore',
    });
    const catalogue = blockOf(readFileSync(join(project, 'docs/production.md'), 'utf8'), 2, 'json');
    alone.write('catalogue.json', JSON.parse(catalogue));
    const publicly = ['--public-url', 'https://upsell.example', '--trust-proxy', '127.0.0.1'];
    const service = await alone.serve(['--catalogue', 'catalogue.json', ...publicly]);
    const port = await freePort();
    writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port, service.url));
    const proxy = spawn(nginx ?? '', ['-p', folder, '-c', join(folder, 'nginx.conf')]);
    const said = text(proxy.stderr);
    const ended = once(proxy, 'exit');
    try {
      await Promise.race([listens(port), ended.then(async () => assert.fail(await said))]);
      const headers = {
        host: 'upsell.example',
        'x-forwarded-for': '203.0.113.9',
        'content-type': 'application/json',
      };
      const asked = request({
        host: '127.0.0.1',
        port,
        path: '/v1/cart/reserve',
        method: 'POST',
        headers,
        rejectUnauthorized: false,
      });
      asked.end('{}');
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];
      answer.resume();
      assert.equal(answer.statusCode, 401);
      const id = answer.headers['x-request-id'];
      assert.match(String(id), /^[0-9a-f]{32}$/, 'it is that of nginx');
      await service.says(new RegExp(`("reqId":"${String(id)}"[^\\n]*"ip":"203\\.0\\.113\\.9")`));
    } finally {
      proxy.kill('SIGTERM');
      await ended;
      await service.stop();
    }
  },
);
