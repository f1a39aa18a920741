import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { PATIENCE } from '../../../tools/check/patience.mjs';
import { freePort } from '../../../tools/setup/free-port.mjs';
import { root } from '../../../tools/setup/project.mjs';
import { blockOf } from '../../support/fenced-blocks.ts';
import { obstacle } from './started.ts';

it(
  'the command of docs/medusa.md starts the shop and an upsell service, prints the address, and ends both',
  { skip: obstacle, timeout: PATIENCE.file },
  async () => {
    const shown = blockOf(readFileSync(join(root, 'docs/medusa.md'), 'utf8'), 0, 'sh').replace(/ +#.*/, '');
    // Only the ports are others.
    const ports = [await freePort(), await freePort()] as const;
    const command = `exec ${shown} --port ${ports[0]} --service-port ${ports[1]}`;
    const child = spawn('sh', ['-c', command], { cwd: root, detached: true });
    const closed = once(child, 'close');
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    const address = /The shop is at (http:\S+)\nIts upsell service is at (http:\S+),/;
    try {
      while (!address.test(said))
        await Promise.race([once(child.stdout, 'data'), closed.then(() => assert.fail(said))]);
      const [, shop = '', service = ''] = address.exec(said) ?? [];
      assert.equal((await fetch(shop)).status, 200);
      assert.equal((await fetch(`${service}/readyz`)).status, 200);
    } finally {
      process.kill(-(child.pid ?? 0), 'SIGTERM');
      await closed;
    }
    for (const port of ports) await assert.rejects(fetch(`http://127.0.0.1:${port}/`));
  },
);
