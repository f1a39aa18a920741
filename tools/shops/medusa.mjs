import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PATIENCE } from '../check/patience.mjs';
import { providePostgres } from '../check/provide-postgres.mjs';
import { installPackages } from '../examples/install-packages.mjs';
import { freePort } from '../setup/free-port.mjs';
import { ownNode, root } from '../setup/project.mjs';
import { run } from '../setup/run.mjs';
import { Trouble } from '../setup/trouble.mjs';
import { withoutSettings } from '../setup/without-settings.mjs';
import { startProgram } from './start-program.mjs';

/** What `--dev` begins with. */
const account = {
  ROKT_ACCOUNT_ID: '222',
  ROKT_API_KEY: 'skeletonkey',
  ROKT_TAG_ID: '253_439d21r21r21321',
};
const shop = join('demo', 'shops', 'medusa');
const cwd = join(root, shop);
const medusa = join('node_modules', '@medusajs', 'cli', 'cli.js');
const rokt = join('node_modules', 'rokt-upsell', 'dist', 'command', 'bin.js');

/**
 * @typedef {object} MedusaShop
 * @property {string} url its page
 * @property {string} serviceUrl the upsell service, run by `--dev`
 * @property {string} token what its `/_dev` asks for
 * @property {string} folder what is its alone, and goes with it
 * @property {string} serviceDatabase the service's SQLite file
 * @property {string} databaseUrl the shop's own database
 * @property {(args: string[]) => Promise<string>} medusa runs the `medusa` command on the shop
 * @property {(args: string[]) => Promise<string>} rokt runs the `rokt-upsell` command in the shop
 * @property {() => Promise<void>} stop ends all of it, and takes its files away
 */

/** Installs what the shop needs, unless it is there. */
export function installMedusa() {
  return installPackages(shop);
}

/**
 * Starts the installed shop with a PostgreSQL, an upsell service and data of its own. Throws a Trouble that says which part
 * did not start, none of which is left then.
 * @param {{ port?: number, servicePort?: number }} [ports] free ones by default
 * @returns {Promise<MedusaShop>}
 */
export async function startMedusa({ port, servicePort } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-medusa-'));
  /** @type {(() => unknown)[]} */
  const started = [() => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    const postgres = await providePostgres({ requiresPostgres: true });
    if (!postgres) throw new Trouble('There is no PostgreSQL.');
    started.push(postgres.stop);
    const settings = { ...account, ...secrets(), DATABASE_URL: postgres.url };
    // It reads all settings, and calls nobody.
    await runNode([medusa, 'db:migrate'], { ...settings, ROKT_BASE_URL: 'http://127.0.0.1' });

    const [ownPort, upsellPort] = [port ?? (await freePort()), servicePort ?? (await freePort())];
    const origin = `http://127.0.0.1:${ownPort}`;
    const serviceUrl = `http://127.0.0.1:${upsellPort}`;
    const env = { ...settings, ROKT_BASE_URL: serviceUrl };
    const token = randomBytes(12).toString('hex');
    const catalogue = join(folder, 'catalogue.json');
    const serviceDatabase = join(folder, 'rokt-upsell.db');
    writeFileSync(catalogue, catalogueFor(`${origin}/hooks/upsell`, env.UPSELL_WEBHOOK_SECRET));
    const service = await startProgram(
      [
        ...[rokt, 'serve', '--dev', '--dev-token', token, '--port', String(upsellPort)],
        ...['--db', serviceDatabase, '--catalogue', catalogue, '--webhook-allow', origin],
      ],
      { cwd, env: withoutSettings(), ready: 'ready at' },
    );
    started.push(service.stop);
    const server = await startProgram([medusa, 'start', '-H', '127.0.0.1', '-p', String(ownPort)], {
      ...{ cwd, env },
      ready: 'Server is ready',
    });
    started.push(server.stop);
    await expectData(`${origin}/shop/config`, server);
    const databaseUrl = postgres.url;
    return {
      ...{ url: `${origin}/shop/`, folder, serviceUrl, token, serviceDatabase, databaseUrl },
      medusa: (args) => runNode([medusa, ...args], env),
      rokt: (args) => runNode([rokt, ...args], withoutSettings()),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * A script of the migrations that fails is passed over.
 * @param {string} url
 * @param {import('./start-program.mjs').Program} server
 */
async function expectData(url, server) {
  const { ok } = await fetch(url);
  if (!ok) throw new Trouble(`${server.output().trim()}\nThe shop has no data.`);
}

function secrets() {
  return {
    MEDUSA_DISABLE_TELEMETRY: 'true',
    JWT_SECRET: randomBytes(24).toString('hex'),
    COOKIE_SECRET: randomBytes(24).toString('hex'),
    UPSELL_WEBHOOK_SECRET: `whsec_${randomBytes(32).toString('base64')}`,
  };
}

/**
 * The shop's catalogue with where its sales are told.
 * @param {string} url
 * @param {string} secret
 */
function catalogueFor(url, secret) {
  const catalogue = JSON.parse(readFileSync(join(cwd, 'catalogue.json'), 'utf8'));
  return JSON.stringify({ ...catalogue, providers: { shop: { url, secret } } });
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function runNode(args, env) {
  const { code, output } = await run(ownNode, args, { cwd, env, limit: PATIENCE.file });
  if (code !== 0) throw new Trouble(`${output.trim()}\n${args.join(' ')} in ${shop} failed.`);
  return output;
}
