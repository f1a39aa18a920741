import { parseArgs } from 'node:util';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureBuild } from './setup/ensure-build.mjs';
import { onEnd } from './setup/on-end.mjs';
import { endTogether } from './setup/run.mjs';
import { program, Trouble } from './setup/trouble.mjs';
import { installMedusa, startMedusa } from './shops/medusa.mjs';

/** The shops of demo/shops/. */
const shops = { medusa: { install: installMedusa, start: startMedusa } };

/**
 * `npm run shop -- medusa [--port N] [--service-port N]`: installs what a real shop needs, starts it with an upsell service and
 * data of its own, and serves it until Ctrl-C.
 */
await program(async () => {
  const forget = endTogether();
  const { install, start, ports } = readArguments();
  await ensureDependencies();
  await ensureBuild();
  await install();
  console.log('Setting up the shop …');
  const shop = await start(ports);
  forget();
  console.log(
    `The shop is at ${shop.url}\nIts upsell service is at ${shop.serviceUrl}, /_dev token ${shop.token}`,
  );
  await new Promise((resolve) => onEnd(() => resolve(undefined)));
  await shop.stop();
});

function readArguments() {
  const text = /** @type {const} */ ({ type: 'string' });
  let read;
  try {
    const options = { port: text, 'service-port': text };
    read = parseArgs({ args: process.argv.slice(2), allowPositionals: true, options });
  } catch (error) {
    throw new Trouble(error instanceof Error ? error.message : String(error));
  }
  const { positionals, values } = read;
  const [name = ''] = positionals;
  if (!isShop(name) || positionals.length > 1)
    throw new Trouble(`Name one shop: npm run shop -- ${Object.keys(shops).join(' | ')}`);
  const ports = { port: toPort(values.port, 9000), servicePort: toPort(values['service-port'], 4010) };
  return { ...shops[name], ports };
}

/** @param {string} name @returns {name is keyof typeof shops} */
function isShop(name) {
  return name in shops;
}

/** @param {string | undefined} text @param {number} usual */
function toPort(text, usual) {
  const port = Number(text ?? usual);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Trouble(`A port is a whole number from 1 to 65535, not ${text}.`);
  return port;
}
